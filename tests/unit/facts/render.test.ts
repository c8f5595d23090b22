import { describe, expect, it } from "vitest";
import { joinWithArticle } from "@/lib/facts/articles";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { fillTemplate, nameOf, narrowingQualifiers, renderValue, statementOf, templateMentions, unsaidContext } from "@/lib/facts/render";
import { templateFault } from "@/lib/facts/templates";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { makeDate, makeFactBase } from "../../support/fact-base";

const wording = (statement: string) => ({ statement: { en: statement }, forward: { en: [] }, inverse: { en: [] } });

const base = makeFactBase({
  types: ["site", "rocket", "craft"],
  entities: [
    { id: "jiuquan", type: "site", name: "Jiuquan Satellite Launch Center", zh: "酒泉卫星发射中心", article: "the" },
    { id: "cz-2f", type: "rocket", name: "Long March 2F", aliases: ["CZ-2F"] },
    { id: "fb-1", type: "rocket", name: "FB-1" },
    { id: "shenzhou-5", type: "craft", name: "Shenzhou 5" },
  ],
  qualifiers: ["stage", { id: "launch_id", narrows: false }],
  predicates: [
    { id: "launched_by", wording: wording("{subject} was launched by a {value} rocket[[ with {scope}]].") },
    { id: "launched_on", valueKind: "date", wording: wording("{subject} was launched on {value}.") },
    { id: "located_in", valueKind: "text", wording: wording("{subject} lies in {value}.") },
    { id: "engine_of", wording: wording("{subject} drives the {value}.") },
    { id: "share", valueKind: "quantity", timeVarying: true, wording: wording("Chinese sites saw {value} from {subject}.") },
    { id: "flights", valueKind: "quantity", timeVarying: true, wording: wording("The number of flights of {subject} was {value}.") },
  ],
  facts: [
    { id: "by", subject: "shenzhou-5", predicate: "launched_by", value: "cz-2f", qualifiers: { launch_id: "2003-045" } },
    { id: "by-fb", subject: "shenzhou-5", predicate: "launched_by", value: "fb-1" },
    { id: "on", subject: "shenzhou-5", predicate: "launched_on", value: makeDate("2017-12-10", { timeZone: "UTC", beijingDate: "2017-12-11" }) },
    { id: "in-month", subject: "shenzhou-5", predicate: "launched_on", value: "2003-10" },
    { id: "where", subject: "jiuquan", predicate: "located_in", value: "Inner Mongolia", asOf: "2026-05-24" },
    { id: "stage", subject: "fb-1", predicate: "engine_of", value: "jiuquan", qualifiers: { stage: "first" }, scope: "China" },
    { id: "flights", subject: "jiuquan", predicate: "flights", value: 12, asOf: "2026-05" },
    { id: "share", subject: "jiuquan", predicate: "share", value: 12, asOf: "2026" },
    { id: "firm", subject: "jiuquan", predicate: "located_in", value: "China Rocket Co., Ltd." },
    { id: "one", subject: "cz-2f", predicate: "flights", value: 1, asOf: "2026-05" },
  ],
});
const fact = (id: string, from: FactBase = base): Fact => from.facts.get(asFactId(id))!;

describe("names", () => {
  it("take their article inside a sentence, at its start and not on their own", () => {
    const id = asEntityId("jiuquan");
    expect(nameOf(base, id)).toBe("the Jiuquan Satellite Launch Center");
    expect(nameOf(base, id, { start: true })).toBe("The Jiuquan Satellite Launch Center");
    expect(nameOf(base, id, { bare: true })).toBe("Jiuquan Satellite Launch Center");
    expect(nameOf(base, id, { locale: "zh" })).toBe("酒泉卫星发射中心");
    expect(nameOf(base, asEntityId("cz-2f"), { locale: "zh" })).toBe("Long March 2F");
  });

  it("of unknown entities throw", () => {
    expect(() => nameOf(base, asEntityId("cz-99"))).toThrow("cz-99");
  });
});

describe("values", () => {
  it("are written by kind", () => {
    expect(renderValue(base, { kind: "boolean", value: true })).toBe("yes");
    expect(renderValue(base, { kind: "coordinates", latitude: 40.96, longitude: -100.3 })).toBe("40.96° N, 100.3° W");
    expect(renderValue(base, fact("on").value)).toBe("10 December 2017");
    expect(renderValue(base, fact("on").value, { zone: true })).toBe("10 December 2017 (UTC)");
    expect(renderValue(base, fact("stage").value, { bare: true })).toBe("Jiuquan Satellite Launch Center");
  });
});

describe("filling in a wording", () => {
  it.each([
    ["Which rocket launched {subject}?", "by", "Which rocket launched Shenzhou 5?"],
    ["{subject} lies where?", "where", "The Jiuquan Satellite Launch Center lies where?"],
    ["What does the {subject} do?", "where", "What does the Jiuquan Satellite Launch Center do?"],
    ["Was it a {value}?", "by", "Was it a Long March 2F?"],
    ["Was it a {value}?", "by-fb", "Was it an FB-1?"],
    ["When[[, in {stage}]], did it go?", "by", "When, did it go?"],
    ["What drives the [[{stage} stage of ]]{value}?", "stage", "What drives the first stage of the Jiuquan Satellite Launch Center?"],
    ["What drives {value}[[ in {scope}]]?", "stage", "What drives the Jiuquan Satellite Launch Center in China?"],
    ["What was launched on {value}?", "in-month", "What was launched in October 2003?"],
    ["What was launched on {value}?", "on", "What was launched on 10 December 2017 (UTC)?"],
    ["What was launched on {value}, {zone}?", "on", "What was launched on 10 December 2017, UTC?"],
    ["{subject} had {value} flight(s) for {value} (agency|agencies).", "one", "Long March 2F had 1 flight for 1 agency."],
    ["{subject} had {value} flight(s) for {value} (agency|agencies).", "flights", "The Jiuquan Satellite Launch Center had 12 flights for 12 agencies."],
    ["As of {asOf}, where is {subject}?", "where", "As of 24 May 2026, where is the Jiuquan Satellite Launch Center?"],
  ])("%s for %s", (template, id, text) => {
    expect(fillTemplate(base, template, fact(id))).toBe(text);
  });

  it("puts a blank for what is hidden", () => {
    expect(fillTemplate(base, "{subject} flew on {value}.", fact("by"), { hide: "value" })).toBe("Shenzhou 5 flew on _____.");
    expect(fillTemplate(base, "{subject} flew on {value}.", fact("by"), { hide: "subject" })).toBe("_____ flew on Long March 2F.");
  });

  it("throws for a placeholder that the fact has nothing for", () => {
    expect(() => fillTemplate(base, "Which {stage} of {subject}?", fact("by"))).toThrow("{stage}");
  });
});

describe("articles", () => {
  it.each([
    ["a ", "FB-1", "an FB-1"],
    ["an ", "YF-100", "a YF-100"],
    ["A ", "SZ-5", "An SZ-5"],
    ["a ", "uncrewed craft", "an uncrewed craft"],
    ["an ", "union", "a union"],
    ["a ", "8-tonne class", "an 8-tonne class"],
    ["its ", "the Tianhe", "its Tianhe"],
    ["of the ", "the Moon", "of the Moon"],
    ["on ", "the Moon", "on the Moon"],
    ["data ", "ion", "data ion"],
  ])("join %j and %j to %j", (before, word, text) => {
    expect(joinWithArticle(before, word)).toBe(text);
  });
});

describe("what a wording says", () => {
  it("lists its placeholders, optional ones too", () => {
    expect(templateMentions("{subject}[[ in {scope}]] has {value}")).toEqual(new Set(["subject", "scope", "value"]));
  });

  it("tells narrowing qualifiers from book-keeping", () => {
    expect(narrowingQualifiers(base, fact("by"))).toEqual([]);
    expect(narrowingQualifiers(base, fact("stage"))).toEqual(["stage"]);
  });

  it("names the context that it leaves out", () => {
    expect(unsaidContext(base, "What drives {value} in {scope}?", fact("stage"))).toEqual(["stage"]);
    expect(unsaidContext(base, "Where is {subject}?", fact("where"))).toEqual(["asOf"]);
  });

  it.each([
    ["{subject} has [[{value}", "without its partner"],
    ["{subject} has {the value}", "brace"],
    ["{subject}[[ at all]]", "without a placeholder"],
    ["  ", "empty"],
  ])("finds that %j is badly written", (template, problem) => {
    expect(templateFault(template)).toContain(problem);
  });

  it("has nothing to say against a good one", () => {
    expect(templateFault("{subject} has {value}[[ in {scope}]].")).toBeUndefined();
  });
});

describe("a fact as a sentence", () => {
  it.each([
    ["by", "Shenzhou 5 was launched by a Long March 2F rocket."],
    ["by-fb", "Shenzhou 5 was launched by an FB-1 rocket."],
    ["where", "As of 24 May 2026, the Jiuquan Satellite Launch Center lies in Inner Mongolia."],
    ["flights", "As of May 2026, the number of flights of the Jiuquan Satellite Launch Center was 12."],
    ["firm", "The Jiuquan Satellite Launch Center lies in China Rocket Co., Ltd."],
    ["share", "As of 2026, Chinese sites saw 12 from the Jiuquan Satellite Launch Center."],
    ["stage", "FB-1 drives the Jiuquan Satellite Launch Center (stage: first; scope: China)."],
    ["in-month", "Shenzhou 5 was launched in October 2003."],
  ])("%s", (id, sentence) => {
    expect(statementOf(base, fact(id))).toBe(sentence);
  });
});
