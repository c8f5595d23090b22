import { describe, expect, it } from "vitest";
import { soleAnswer } from "@/lib/facts/sole-answer";
import { asFactId } from "@/lib/shared/ids";
import { makeDate, makeFactBase } from "../../support/fact-base";

const base = makeFactBase({
  entities: ["a", "b", "c", "whole", { id: "part" }, "engine"],
  qualifiers: ["stage"],
  predicates: [
    "part_of",
    { id: "made_by", functional: true },
    { id: "launched_on", functional: true, valueKind: "date" },
    { id: "uses" },
    { id: "commands", inverseFunctional: true },
    { id: "head", timeVarying: true },
    { id: "first_of", valueKind: "text" },
  ],
  facts: [
    { subject: "part", predicate: "part_of", value: "whole" },
    { id: "whole", subject: "a", predicate: "made_by", value: "whole" },
    { id: "part", subject: "b", predicate: "made_by", value: "part" },
    { id: "alone", subject: "c", predicate: "made_by", value: "engine" },
    { id: "day", subject: "a", predicate: "launched_on", value: makeDate("2003-10-15", { timeZone: "UTC" }) },
    { id: "month", subject: "b", predicate: "launched_on", value: "2003-10" },
    { id: "year", subject: "c", predicate: "launched_on", value: "1999" },
    { id: "stage-1", subject: "a", predicate: "uses", value: "engine", qualifiers: { stage: "1" } },
    { id: "stage-2", subject: "b", predicate: "uses", value: "engine", qualifiers: { stage: "2" } },
    { id: "any-stage", subject: "a", predicate: "uses", value: "part" },
    { id: "one-stage", subject: "b", predicate: "uses", value: "part", qualifiers: { stage: "2" } },
    { id: "commands", subject: "a", predicate: "commands", value: "c" },
    { id: "head-2010", subject: "a", predicate: "head", value: "whole", asOf: "2010" },
    { id: "head-2020", subject: "b", predicate: "head", value: "whole", asOf: "2020" },
    { id: "head", subject: "c", predicate: "head", value: "engine" },
    { id: "first-china", subject: "a", predicate: "first_of", value: "spacewalk", scope: "China" },
    { id: "first-world", subject: "b", predicate: "first_of", value: "spacewalk", scope: "world" },
    { id: "claimed", subject: "a", predicate: "first_of", value: "docking", assurance: "disputed" },
    { id: "rival", subject: "b", predicate: "first_of", value: "docking" },
    { id: "old", subject: "b", predicate: "first_of", value: "landing", rank: "deprecated" },
    { id: "mended", subject: "c", predicate: "first_of", value: "landing" },
  ],
});

function judge(id: string): string {
  const sole = soleAnswer(base, base.facts.get(asFactId(id))!);
  return sole.ok ? `${sole.value.subject} (${sole.value.proof})` : sole.error;
}

describe("the only answer to a question for the subject", () => {
  it.each([
    ["a maker of one thing", "alone", "c (known)"],
    ["a maker of which a part made something else", "whole", "several"],
    ["a part of a maker that made something else", "part", "several"],
    ["a day within the month of another", "day", "several"],
    ["a year of its own", "year", "c (known)"],
    ["an engine on different stages", "stage-1", "a (known)"],
    ["an engine on a stage, and on an unsaid one elsewhere", "one-stage", "several"],
    ["an engine on an unsaid stage, and on a stated one elsewhere", "any-stage", "several"],
    ["what only one may have", "commands", "a (declared)"],
    ["an office held by others at other times", "head-2010", "a (known)"],
    ["an office without its date", "head", "undated"],
    ["a first within its own scope", "first-china", "a (known)"],
    ["a disputed claim", "claimed", "disputed"],
    ["a claim that someone disputes", "rival", "several"],
    ["a claim that has been withdrawn", "old", "deprecated"],
    ["what a withdrawn claim gave to another", "mended", "c (known)"],
  ])("of %s is judged", (_, id, expected) => {
    expect(judge(id)).toBe(expected);
  });
});
