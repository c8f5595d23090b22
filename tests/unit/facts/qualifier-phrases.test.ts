import { describe, expect, it } from "vitest";
import type { Fact } from "@/lib/facts/model";
import { fillTemplate, statementOf, unsaidContext } from "@/lib/facts/render";
import { asFactId } from "@/lib/shared/ids";
import { makeFactBase } from "../../support/fact-base";

const wording = (statement: string) => ({ statement: { en: statement }, forward: { en: [] }, inverse: { en: [] } });

const base = makeFactBase({
  entities: [{ id: "quess", name: "QUESS" }, { id: "cz-3", name: "Long March 3" }, { id: "casc", name: "CASC" }],
  qualifiers: [
    { id: "scope", phrases: { world: { en: "the world's", unlessSaid: ["world"] }, China: { en: "China's", unlessSaid: ["Chinese"] } } },
    { id: "stages", phrases: { "3": { en: "the third stage", zh: "第三级", unlessSaid: [] } } },
    "year",
  ],
  predicates: [
    { id: "first_of", valueKind: "text", wording: wording("{subject} is the [[{scope} ]]{value}.") },
    { id: "burns", valueKind: "text", wording: wording("{subject} burns {value}[[ in {stages}]].") },
    { id: "fuel", valueKind: "text", wording: wording("{subject} holds {value}.") },
    { id: "staff", valueKind: "quantity", timeVarying: true, wording: wording("{subject} had {value} employees[[ in {year}]].") },
    { id: "sites", valueKind: "quantity", timeVarying: true, wording: wording("{subject} had {value} sites.") },
  ],
  facts: [
    { id: "world", subject: "quess", predicate: "first_of", value: "first quantum satellite", scope: "world" },
    { id: "china", subject: "quess", predicate: "first_of", value: "first quantum satellite", scope: "China" },
    { id: "said", subject: "quess", predicate: "first_of", value: "first Chinese quantum satellite", scope: "China" },
    { id: "none", subject: "quess", predicate: "first_of", value: "first quantum satellite" },
    { id: "third", subject: "cz-3", predicate: "burns", value: "hydrogen", qualifiers: { stages: "3" } },
    { id: "unsaid", subject: "cz-3", predicate: "fuel", value: "hydrogen", qualifiers: { stages: "3" } },
    { id: "year", subject: "casc", predicate: "staff", value: 146000, qualifiers: { year: 2010 }, asOf: "2010" },
    { id: "year-unsaid", subject: "casc", predicate: "sites", value: 8, qualifiers: { year: 2010 }, asOf: "2010" },
    { id: "other-year", subject: "casc", predicate: "staff", value: 146000, qualifiers: { year: 2010 }, asOf: "2011" },
  ],
});
const fact = (id: string): Fact => base.facts.get(asFactId(id))!;
const statement = (id: string) => statementOf(base, fact(id));

describe("a scope", () => {
  it("stands as a possessive in place of the article", () => {
    expect(statement("world")).toBe("QUESS is the world's first quantum satellite.");
    expect(statement("china")).toBe("QUESS is China's first quantum satellite.");
  });

  it("is left out where the value says it, and where there is none", () => {
    expect(statement("said")).toBe("QUESS is the first Chinese quantum satellite.");
    expect(statement("none")).toBe("QUESS is the first quantum satellite.");
  });

  it("is said where the value is hidden or not part of the wording", () => {
    expect(fillTemplate(base, "{subject} is the [[{scope} ]]{value}.", fact("said"), { hide: "value" })).toContain("China's");
    expect(fillTemplate(base, "Which of {scope} milestones does {subject} stand for?", fact("said"))).toBe("Which of China's milestones does QUESS stand for?");
    expect(fillTemplate(base, "What does {subject} stand for[[ among {scope} milestones]]?", fact("said"))).toContain("among China's milestones");
  });

  it("is said where the wording cannot do without it", () => {
    expect(fillTemplate(base, "{subject} is the {scope} {value}.", fact("said"))).toContain("China's");
  });
});

describe("a qualifier with a phrase", () => {
  it("is said in its words, by locale", () => {
    expect(statement("third")).toBe("Long March 3 burns hydrogen in the third stage.");
    expect(fillTemplate(base, "{subject}[[（{stages}）]]{value}", fact("third"), { locale: "zh" })).toContain("第三级");
  });

  it("needs no label behind a sentence that leaves it out", () => {
    expect(statement("unsaid")).toBe("Long March 3 holds hydrogen (the third stage).");
  });
});

describe("a qualifier that repeats the date", () => {
  it("is said once", () => {
    expect(statement("year")).toBe("CASC had 146,000 employees in 2010.");
    expect(statement("year-unsaid")).toBe("As of 2010, CASC had 8 sites.");
    expect(unsaidContext(base, "How many people worked for {subject}?", fact("year"))).toEqual(["asOf"]);
    expect(unsaidContext(base, "How many people worked for {subject} in {year}?", fact("year"))).toEqual([]);
  });

  it("is said beside another date", () => {
    expect(statement("other-year")).toBe("As of 2011, CASC had 146,000 employees in 2010.");
  });
});
