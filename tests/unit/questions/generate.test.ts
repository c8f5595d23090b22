import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certify } from "@/lib/facts/certificates";
import { createFactBase } from "@/lib/facts/fact-base";
import type { Content, Fact } from "@/lib/facts/model";
import { forms } from "@/lib/questions/forms/registry";
import { generateBank, generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { shuffledSpaceBase, spaceBase, spaceContent } from "./space-base";

const base = spaceBase();
const bankOf = (seed: number) => [...generateBank(base, { seed })];
const keyOf = (item: Item) => (Array.isArray(item.key) ? item.key[0]! : -1);
const choices = (seed: number) => [...generateBank(base, { seed, types: ["multiple-choice"] })];
const chiSquare = (counts: readonly number[]) => {
  const expected = counts.reduce((a, b) => a + b, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

/** Critical value for three degrees of freedom at one in a thousand. */
const chiSquareLimit = 16.27;

function itemsOf(fact: string, form: string, direction: Item["direction"] = "forward") {
  const { items, reasons } = generateItemsForFact(base, asFactId(fact), { seed: 1 });
  return {
    item: items.find((made) => made.type === form && made.direction === direction),
    reason: reasons.find((none) => none.form === form && none.direction === direction)?.reason,
  };
}

describe("a bank", () => {
  it("is the same bytes for the same seed, and others for another", () => {
    expect(JSON.stringify(bankOf(7))).toBe(JSON.stringify(bankOf(7)));
    expect(JSON.stringify(bankOf(7))).not.toBe(JSON.stringify(bankOf(8)));
  });

  it("does not depend on the order of the content", () => {
    const expected = JSON.stringify(bankOf(3));
    fc.assert(fc.property(fc.nat(), (order) => {
      expect(JSON.stringify([...generateBank(shuffledSpaceBase(order), { seed: 3 })])).toBe(expected);
    }), { seed: 6, numRuns: 4 });
  });

  it("gives an item the same content whether it is made alone or with all others", () => {
    const one = [...generateBank(base, { seed: 5, factId: asFactId("probe-15.date"), types: ["multiple-choice"] })];
    expect(bankOf(5).filter((item) => item.type === "multiple-choice" && item.tests.includes(asFactId("probe-15.date")))).toEqual(one);
  });

  it("stops at the limit", () => {
    expect([...generateBank(base, { seed: 1, limit: 5 })]).toEqual(bankOf(1).slice(0, 5));
    expect([...generateBank(base, { seed: 1, limit: 0 })]).toEqual([]);
  });

  it("has an item or a reason for every fact, form and direction", () => {
    for (const fact of base.content.facts) {
      const { items, reasons } = generateItemsForFact(base, fact.id, { seed: 2 });
      const made = new Set(items.map((item) => item.id.split("~").slice(1, 3).join(" ")));
      const settled = [...made, ...reasons.map(({ form, direction }) => `${form} ${direction}`)];
      expect(settled.sort()).toEqual(forms.flatMap(({ name, directions }) => directions.map((direction) => `${name} ${direction}`)).sort());
    }
  });

  it("names its items by fact, form and direction", () => {
    const ids = bankOf(1).map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("probe-15.date~multiple-choice~inverse");
  });

  it("refuses an unknown fact", () => {
    expect(() => generateItemsForFact(base, asFactId("nothing"), { seed: 1 })).toThrow("Unknown fact: nothing");
  });
});

describe("a choice", () => {
  it("has three or four distinct options, one key without a certificate and a certificate on every other, that can be proved again", () => {
    for (const item of [...choices(1), ...choices(2), ...choices(3)]) {
      const fact = base.facts.get(item.tests[0]!)!;
      expect([3, 4]).toContain(item.options.length);
      expect(new Set(item.options.map((option) => option.text)).size).toBe(item.options.length);
      expect(item.options.flatMap((option, i) => (option.certificate ? [] : [i]))).toEqual(item.key);
      for (const option of item.options.filter(({ certificate }) => certificate)) {
        const value = option.value ?? { kind: "entity" as const, entity: option.entity! };
        expect(certify(base, { fact, direction: item.direction, option: value })).toEqual({ ok: true, value: option.certificate });
      }
    }
  });

  it("shows amounts and dates in ascending order, equally round and with the same unit", () => {
    const sorted = [1, 2, 3, 4].flatMap(choices).filter((item) => item.direction === "forward" && ["mass", "launch_date"].includes(item.predicate));
    expect(sorted.length).toBeGreaterThan(100);
    for (const { options } of sorted) {
      const values = options.map(({ value }) => (value?.kind === "date" ? value.edtf : value?.kind === "quantity" ? value.amount : undefined));
      expect([...values].sort((a, b) => (a! < b! ? -1 : 1))).toEqual(values);
      expect(new Set(options.map(({ text }) => text.replace(/^[\d,]+/, ""))).size).toBe(values.every((value) => typeof value === "number") ? 1 : options.length);
    }
  });

  it("puts the key at every rank and every position equally often", () => {
    const ranks = [0, 0, 0, 0];
    const positions = [0, 0, 0, 0];
    for (let seed = 0; seed < 20; seed++) {
      for (const item of choices(seed)) {
        if (item.options.length < 4) continue;
        const isSorted = item.direction === "forward" && ["mass", "launch_date", "staff"].includes(item.predicate);
        (isSorted ? ranks : positions)[keyOf(item)]! += 1;
      }
    }
    expect(Math.min(...ranks, ...positions)).toBeGreaterThan(100);
    expect(chiSquare(ranks)).toBeLessThan(chiSquareLimit);
    expect(chiSquare(positions)).toBeLessThan(chiSquareLimit);
  });

  it("never offers a date after the latest known one", () => {
    for (let seed = 0; seed < 8; seed++) {
      for (const item of choices(seed).filter(({ predicate }) => predicate === "launch_date")) {
        for (const { value } of item.options) if (value?.kind === "date") expect(value.edtf <= "2024-03-25").toBe(true);
      }
    }
  });

  it("offers no other true value of a list", () => {
    for (let seed = 0; seed < 40; seed++) {
      const item = generateItemsForFact(base, asFactId("list.a"), { seed }).items.find(({ type }) => type === "multiple-choice")!;
      expect(item.options.map(({ entity }) => entity)).not.toContain("crew-b");
      expect(item.options.map(({ entity }) => entity)).toContain("crew-a");
    }
  });
});

describe("a change of the facts", () => {
  const offered = (content: Content, fact: string) => {
    const changed = createFactBase(content, "changed");
    const items = Array.from({ length: 12 }, (_, seed) => generateItemsForFact(changed, asFactId(fact), { seed, types: ["multiple-choice"] }).items).flat();
    return new Set(items.flatMap((item) => item.options.filter(({ certificate }) => certificate).map(({ entity }) => entity)));
  };
  const withFact = (change: Partial<Fact>): Content => {
    const content = spaceContent();
    const like = content.facts.find(({ id }) => id === "list.a")!;
    return { ...content, facts: [...content.facts, { ...like, id: asFactId("list.added"), value: { kind: "entity", entity: asEntityId("crew-d") }, ...change }] };
  };

  it("that makes a distractor true removes it", () => {
    expect(offered(spaceContent(), "list.a")).toContain("crew-d");
    expect(offered(withFact({}), "list.a")).not.toContain("crew-d");
  });

  it("removes it even when the new fact is disputed", () => {
    expect(offered(withFact({ assurance: "disputed" }), "list.a")).not.toContain("crew-d");
  });

  it("that takes a declaration away takes the distractors that rest on it away", () => {
    const content = spaceContent();
    const open = { ...content, facts: content.facts.map((fact) => ({ ...fact, complete: false })) };
    expect(offered(open, "list.a")).toEqual(new Set());
  });
});

describe("a stem", () => {
  it("says its date where the fact holds at a date", () => {
    expect(itemsOf("staff.dated", "multiple-choice").item?.stem).toBe("As of October 2024, how many work on Long March 5?");
  });

  it("names the zone of a day that is another one in Beijing", () => {
    expect(itemsOf("probe-16.date", "multiple-choice").item?.stem).toBe("When was Probe 16 launched (UTC)?");
    expect(itemsOf("probe-16.date", "multiple-choice", "inverse").item?.stem).toBe("What was launched on 7 March 2006 (UTC)?");
    expect(itemsOf("probe-17.date", "multiple-choice").item?.stem).toBe("When was Probe 17 launched?");
  });

  it("puts months in and days on", () => {
    expect(itemsOf("flight.month", "flashcard", "inverse").item?.stem).toBe("What first flew in November 2016?");
  });

  it("names the qualifiers that narrow the fact, and those only", () => {
    expect(itemsOf("burns.stage", "short-answer").item?.stem).toBe("What does stage 2 of Long March 8 burn?");
    expect(itemsOf("burns.0", "short-answer").item?.stem).toBe("What does Long March 1 burn?");
  });
});

describe("no item", () => {
  it.each<[string, string, Item["direction"], string]>([
    ["staff.undated", "flashcard", "forward", "undated"],
    ["burns.disputed", "flashcard", "forward", "disputed"],
    ["burns.rivalled", "flashcard", "forward", "disputed-rival"],
    ["flight.about", "multiple-choice", "forward", "approximate-date"],
    ["flight.about", "date", "forward", "approximate-date"],
    ["burns.kept", "flashcard", "forward", "for-the-record"],
    ["burns.nozzle", "flashcard", "forward", "unsaid-context"],
    ["list.a", "short-answer", "forward", "several-answers"],
    ["list.open", "short-answer", "forward", "unrecorded-answers"],
    ["list.open", "multiple-choice", "forward", "few-false"],
    ["probe-15.rocket", "flashcard", "inverse", "no-wording"],
    ["probe-15.date", "flashcard", "inverse", "unrecorded-subjects"],
    ["probe-15.mass", "short-answer", "inverse", "unrecorded-subjects"],
  ])("%s, %s, %s: %s", (fact, form, direction, reason) => {
    expect(itemsOf(fact, form, direction)).toEqual({ item: undefined, reason });
  });
});

describe("a flashcard of a list", () => {
  it("has all right answers on its back and gives all of them away", () => {
    const { item } = itemsOf("list.a", "flashcard");
    expect(item?.key).toEqual({ text: "Astronaut A and Astronaut B" });
    expect(item?.asserts).toEqual(["list.a", "list.b"]);
  });
});
