import { describe, expect, it } from "vitest";
import { brokenRuleCodes, codeByRule } from "@/lib/own-facts/broken-rule";
import { noQuestionCodes } from "@/lib/own-facts/no-question";
import { showPreview, type LeftOut } from "@/lib/own-facts/show-preview";
import { rules } from "@/lib/questions/lint/rules";
import { english } from "@/messages/english";
import { baseOf, cardOf, tableOf } from "./own-base";

const shownOf = (base: ReturnType<typeof baseOf>) => base.content.facts.map(({ id }) => showPreview(base, id, 1));
const reasonsOf = (base: ReturnType<typeof baseOf>): LeftOut[] => shownOf(base).flatMap(({ failed }) => failed.reasons);

const table = (heading: string, rows: Record<string, string>) => baseOf([tableOf([`Rocket\t${heading}`, ...Object.entries(rows).map((row) => row.join("\t"))].join("\n"))]);
const mottos = (first: string) => table("motto", { Alpha: first, Beta: "plain speech", Gamma: "calm seas", Delta: "good soup" });
const long = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i)).join(" ");

describe("a question of own facts that is left out", () => {
  it.each([
    ["undefined", mottos("never (undefined) words"), "unclean", "undefined"],
    ["one or many", mottos("two cell(s) alone"), "unclean", "cell(s)"],
    ["underlines", mottos("full ___ ahead"), "one-question", undefined],
    ["a name that points elsewhere", table("motto", { "The last question": "firm ground", Beta: "plain speech", Gamma: "calm seas", Delta: "good soup" }), "points-elsewhere", undefined],
    ["a heading that denies", table("place not visited", { Alpha: "Jiuquan", Beta: "Xichang", Gamma: "Wenchang", Delta: "Haiyang" }), "negation", "not"],
    ["an article", table("motto", { "A engine": "firm ground", Beta: "plain speech", Gamma: "calm seas", Delta: "good soup" }), "article", "A engine"],
    ["a long heading", table(`height ${long} (m)`, { Alpha: "5", Beta: "70", Gamma: "900", Delta: "11000" }), "too-long", undefined],
    ["a vague word", mottos("many good days"), "vague-word", "many"],
    ["an option about the others", mottos("none of these"), "all-or-none", "none of these"],
    ["Chinese among English", table("home", { Alpha: "酒泉", Beta: "Xichang", Gamma: "Wenchang", Delta: "Haiyang" }), "unlike", undefined],
    ["stops that are drawn together", mottos("firm ground .."), "read-otherwise", "firm ground .."],
  ] as const)("for %s says what to mend", (_, base, code, found) => {
    const reasons = reasonsOf(base);
    const told = reasons.filter((reason) => reason.code === code);
    expect(told, JSON.stringify(reasons)).not.toEqual([]);
    expect(told.flatMap((reason) => reason.found).includes(found ?? ""), JSON.stringify(told)).toBe(found !== undefined);
  });

  it("is counted once, whatever it breaks, and is shown under each reason", () => {
    const [alpha] = shownOf(mottos("many undefined"));
    const { count, reasons } = alpha!.failed;
    const stems = reasons.flatMap(({ questions }) => questions.map(({ form, stem }) => `${form} ${stem}`));
    expect(reasons.map(({ code }) => code)).toEqual(["unclean", "vague-word"]);
    expect(reasons[1]!.questions.length).toBeGreaterThan(0);
    expect(stems.length).toBeGreaterThan(new Set(stems).size);
    expect(count).toBe(reasons[0]!.questions.length);
  });

  it("is named once where others have the same words, and comes before the form that does not suit the fact", () => {
    const shown = shownOf(table("place not visited", { Alpha: "Jiuquan", Beta: "Xichang", Gamma: "Wenchang", Delta: "Haiyang" }));
    for (const { questions, failed, reasons } of shown) {
      const stems = failed.reasons.flatMap((reason) => reason.questions.map(({ form, stem }) => `${form} ${stem}`));
      expect([questions, reasons, failed.reasons.map(({ code }) => code)]).toEqual([[], [], ["negation"]]);
      expect(new Set(stems).size).toBe(stems.length);
    }
  });

  it("is not there where all is well", () => {
    const cards = [cardOf(1, "apogee", "the highest point of an orbit"), cardOf(2, "perigee", "the lowest point of an orbit"), cardOf(3, "fairing", "the cover of the payload")];
    expect(shownOf(baseOf([], cards)).map(({ failed }) => failed)).toEqual(cards.map(() => ({ count: 0, reasons: [] })));
  });
});

describe("the words", () => {
  it("are there for every code, and for none that is not given", () => {
    const { broken, reason } = english.ownFacts.preview;
    expect(Object.keys(broken)).toEqual(brokenRuleCodes);
    expect(Object.keys(reason)).toEqual(noQuestionCodes);
    expect(new Set(Object.values(codeByRule))).toEqual(new Set(brokenRuleCodes));
  });

  it("are chosen for every rule of the linter", () => expect(Object.keys(codeByRule).sort()).toEqual(rules.map(({ id }) => id).sort()));
});
