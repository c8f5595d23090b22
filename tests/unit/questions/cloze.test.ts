import { describe, expect, it } from "vitest";
import { generateBank, generateItemsForFact } from "@/lib/questions/generate";
import { asFactId } from "@/lib/shared/ids";
import { spaceBase } from "./space-base";

const base = spaceBase();
const items = [1, 2, 3].flatMap((seed) => [...generateBank(base, { seed, types: ["cloze"] })]);
const stemOf = (fact: string, form: string, direction: "forward" | "inverse" = "forward") =>
  generateItemsForFact(base, asFactId(fact), { seed: 1 }).items.find(({ id }) => id === `${fact}~${form}~${direction}`)?.stem;

describe("a sentence with a blank", () => {
  it("has exactly one blank and no question mark, and does not show its key", () => {
    expect(items.length).toBeGreaterThan(300);
    for (const { stem, key, options } of items) {
      expect(stem.match(/_{2,}/g)).toEqual(["_____"]);
      expect(stem).not.toContain("?");
      expect(stem).not.toContain(Array.isArray(key) ? options[key[0]!]!.text : key.text);
    }
  });

  it("blanks the value or the subject", () => {
    expect(stemOf("probe-15.rocket", "cloze")).toBe("Probe 15 was launched by _____.");
    expect(stemOf("probe-15.date", "cloze-bank", "inverse")).toBe("_____ was launched on 6 March 2005.");
  });

  it("says the date of what changes, the zone of a hidden day and what narrows the fact", () => {
    expect(stemOf("staff.dated", "cloze-bank")).toBe("As of October 2024, Long March 5 has a staff of _____.");
    expect(stemOf("probe-16.date", "cloze")).toBe("Probe 16 was launched on _____ (UTC).");
    expect(stemOf("burns.stage", "cloze")).toBe("Long March 8 burns _____ in stage 2.");
    expect(stemOf("flight.month", "cloze")).toBe("Long March 5 first flew in _____.");
  });

  it("is typed on the same terms as a short answer, and offers options on those of multiple choice", () => {
    // No question names the nozzle of one fact, though its sentence does.
    for (const fact of base.content.facts.filter(({ id }) => id !== "burns.nozzle")) {
      const { reasons } = generateItemsForFact(base, fact.id, { seed: 1 });
      const reasonOf = (form: string) => reasons.find((none) => none.form === form && none.direction === "forward")?.reason;
      const typed = ["short-answer", "numeric", "date"].map(reasonOf);
      expect(reasonOf("cloze") === undefined, fact.id).toBe(typed.includes(undefined));
      expect(reasonOf("cloze-bank") === undefined, fact.id).toBe(reasonOf("multiple-choice") === undefined);
    }
  });
});
