import { describe, expect, it } from "vitest";
import type { Item } from "@/lib/questions/item";
import { lintPaper, type PaperFault } from "@/lib/questions/lint/paper-rules";
import { areEnemies } from "@/lib/questions/papers/enemies";
import { choiceItem, paperBase, paperItem } from "./paper-base";

const own = paperItem("own");
const dateOfC = paperItem("date-c", { tests: ["probe-c.date"], stem: "When was Probe C launched?" });
const commander = paperItem("commander", { tests: ["commander"], stem: "Who led the crew?" });
const member = paperItem("member", { tests: ["member"], stem: "Who was aboard?" });
const rocketOfC = paperItem("rocket-c", { tests: ["probe-c.rocket"], stem: "Which rocket launched Probe C?" });
const rocketOfD = paperItem("rocket-d", { tests: ["probe-d.rocket"], stem: "Which rocket launched Probe D?" });

const enemies: [string, Item, Item, PaperFault["rule"]][] = [
  ["test the same fact", own, paperItem("again", { stem: "What carried it?" }), "paper/facts"],
  ["test a fact and its inverse", own, paperItem("inverse", { tests: ["cz-1.launched"], stem: "What flew?" }), "paper/entailment"],
  ["test a fact and what it implies", commander, member, "paper/entailment"],
  ["explain a wrong option with the other's fact", choiceItem, rocketOfC, "paper/entailment"],
  ["name the other's subject and value in a stem", paperItem("tells", { tests: ["probe-e.date"], stem: "When did Probe E follow Probe C, which a Long March 3 had launched?" }), rocketOfC, "paper/text"],
  ["name them by another name", paperItem("alias", { tests: ["probe-e.date"], stem: "When did Probe E follow Probe C on its CZ-3?" }), rocketOfC, "paper/text"],
  ["name them in what describes a figure", paperItem("figure", { tests: ["probe-e.date"], stem: "What is this?", described: "Probe C on a Long March 3." }), rocketOfC, "paper/text"],
  ["name the other's date", paperItem("dates", { tests: ["probe-e.rocket"], stem: "After Probe C left on 12 March 2012, which rocket launched Probe E?" }), dateOfC, "paper/text"],
];

const friends: [string, Item, Item][] = [
  ["ask of one subject what does not follow", own, paperItem("date-a", { tests: ["probe-a.date"], stem: "When was Probe A launched?" })],
  ["hold the other's key among the options", choiceItem, paperItem("rocket-j", { tests: ["probe-j.rocket"], stem: "Which rocket launched Probe J?" })],
  ["name the other's subject alone", paperItem("subject", { tests: ["probe-e.date"], stem: "When did Probe E follow Probe C?" }), rocketOfC],
  ["name a longer number than the other's value", paperItem("longer", { tests: ["probe-e.date"], stem: "When did Probe E follow Probe C and Long March 33?" }), rocketOfC],
  ["have nothing in common", rocketOfD, dateOfC],
];

describe("areEnemies", () => {
  it.each(enemies)("says so of items that %s, either way round", (_, a, b) => {
    expect([areEnemies(paperBase, a, b), areEnemies(paperBase, b, a)]).toEqual([true, true]);
  });

  it.each(friends)("does not say so of items that %s", (_, a, b) => {
    expect([areEnemies(paperBase, a, b), areEnemies(paperBase, b, a)]).toEqual([false, false]);
  });
});

describe("lintPaper", () => {
  it.each(enemies)("finds in a paper items that %s", (_, a, b, rule) => {
    expect([...new Set(lintPaper(paperBase, [a, rocketOfD, b]).map((fault) => fault.rule))]).toContain(rule);
  });

  it.each(friends)("finds nothing in items that %s", (_, a, b) => {
    expect(lintPaper(paperBase, [a, b])).toEqual([]);
  });

  it.each([
    ["another number of items", { count: 3 }],
    ["a topic that is not allowed", { count: 2, topics: ["mars"] }],
    ["a form that is not allowed", { count: 2, forms: ["cloze" as const] }],
    ["shares of forms that are missed", { count: 2, forms: { "short-answer": 1, cloze: 1 } }],
    ["shares of difficulty that are missed", { count: 2, difficulty: { easy: 1, hard: 1 } }],
  ])("finds %s", (_, plan) => {
    expect(lintPaper(paperBase, [own, dateOfC], plan).map((fault) => fault.rule)).toContain("paper/blueprint");
  });

  it("finds nothing wrong with a paper that keeps its blueprint", () => {
    expect(lintPaper(paperBase, [own, dateOfC], { count: 2, topics: ["moon"], forms: { "short-answer": 1 }, difficulty: { easy: 2 } })).toEqual([]);
  });
});
