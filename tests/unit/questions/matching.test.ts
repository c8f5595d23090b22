import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matching } from "@/lib/questions/forms/matching";
import { generateItemsForFact } from "@/lib/questions/generate";
import { asFactId } from "@/lib/shared/ids";
import { makeDate, makeFactBase, type FactInput } from "@/tests/support/fact-base";
import { boundsOf, isFirm, itemsOfForm, severalBases } from "./several-base";

const longWords = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}|\d+/gu) ?? []);

/** Letters and what each was launched by, or when. */
function lettersWith(values: readonly FactInput["value"][], more: { names?: string[]; valueKind?: "entity" | "date" | "quantity"; facts?: Partial<FactInput>[] } = {}) {
  const { names = values.map((_, i) => `Letter ${String.fromCharCode(65 + i)}`), valueKind = "entity", facts = [] } = more;
  return makeFactBase({
    entities: [...names.map((name, i) => ({ id: `letter-${i}`, name })), ...["w", "x", "y", "z"].map((id) => ({ id, name: `Rocket ${id.repeat(3)}` }))],
    predicates: [{ id: "goes_with", label: { en: "Goes with" }, functional: true, valueKind, wording: { match: { en: ["Match each of these {types} with its own."] } } }],
    facts: values.map((value, i) => ({ id: `fact-${i}`, subject: `letter-${i}`, predicate: "goes_with", value, ...facts[i] })),
  });
}

const make = (base: ReturnType<typeof lettersWith>) => generateItemsForFact(base, asFactId("fact-0"), { seed: 1, forms: [matching] });

describe("a matching", () => {
  it("gives each prompt an option of its own, and leaves one or two over", () => {
    let made = 0;
    fc.assert(fc.property(severalBases, (base) => {
      for (const { key, options, prompts } of itemsOfForm(base, matching)) {
        const own = key as number[];
        expect([3, 4]).toContain(prompts!.length);
        expect(new Set(own).size).toBe(prompts!.length);
        expect([1, 2]).toContain(options.length - prompts!.length);
        expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
        made++;
      }
    }), { seed: 51, numRuns: 40 });
    expect(made).toBeGreaterThan(300);
  });

  it("offers as an own option what a settled fact says, and as others only what the facts exclude, by sets and intervals worked out by hand", () => {
    fc.assert(fc.property(severalBases, (base) => {
      for (const item of itemsOfForm(base, matching)) {
        item.prompts!.forEach(({ entity, fact: id }, i) => {
          const fact = base.facts.get(id)!;
          const known = base.factsBySubject.get(entity)!.filter(({ predicate, rank }) => predicate === item.predicate && rank !== "deprecated");
          expect(isFirm(fact) && fact.subject === entity && item.tests.includes(id)).toBe(true);
          item.options.forEach((option, j) => {
            const isOwn = j === (item.key as number[])[i];
            if (option.entity !== undefined) {
              expect(known.some(({ value }) => value.kind === "entity" && value.entity === option.entity)).toBe(isOwn);
              if (!isOwn && item.predicate === "crew_member") expect(known.some(({ complete }) => complete)).toBe(true);
            } else if (isOwn) expect(fact.value).toEqual(option.value);
            else {
              const [own, other] = [boundsOf(fact), boundsOf({ ...fact, value: option.value! })];
              expect(own[1] < other[0] || other[1] < own[0]).toBe(true);
            }
          });
        });
      }
    }), { seed: 52, numRuns: 25 });
  });

  it("has a certificate for every pair that does not belong together, and none for those that do", () => {
    fc.assert(fc.property(severalBases, (base) => {
      for (const { key, options, prompts } of itemsOfForm(base, matching)) {
        prompts!.forEach(({ certificates }, i) => {
          expect(certificates).toHaveLength(options.length);
          certificates.forEach((certificate, j) => {
            if (j === (key as number[])[i]) expect(certificate).toBeNull();
            else expect(certificate!.because.length).toBeGreaterThan(0);
          });
        });
      }
    }), { seed: 53, numRuns: 15 });
  });

  it("has no prompt that shares a word or number with its own option alone", () => {
    fc.assert(fc.property(severalBases, (base) => {
      for (const { key, options, prompts } of itemsOfForm(base, matching)) {
        prompts!.forEach(({ text }, i) => {
          const own = (key as number[])[i]!;
          const shared = [...longWords(text)].filter((word) => longWords(options[own]!.text).has(word));
          expect(shared.filter((word) => !options.every((option) => longWords(option.text).has(word)))).toEqual([]);
        });
      }
    }), { seed: 54, numRuns: 15 });
  });

  it("shows amounts and dates in ascending order, all of one unit and precision", () => {
    const base = lettersWith(["2001-05-06", "1999-05-06", "2004", "1987-01-01", "1993-02-02", "2009-07-08"].map((edtf) => makeDate(edtf)), { valueKind: "date", names: ["Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir"] });
    const [item] = make(base).items;
    const shown = item!.options.map(({ value }) => (value?.kind === "date" ? value : undefined)!);
    expect(shown.map(({ edtf }) => edtf)).toEqual(shown.map(({ edtf }) => edtf).sort());
    expect(shown.every(({ precision }) => precision === "day")).toBe(true);
  });

  it("names the zone of days that are not the same everywhere", () => {
    const days = ["1987-01-01", "1993-02-02", "1999-05-06", "2001-05-06", "2009-07-08"].map((edtf, i) => makeDate(edtf, { timeZone: "UTC", ...(i === 0 && { beijingDate: "1987-01-02" }) }));
    const base = lettersWith(days, { valueKind: "date", names: ["Ash", "Birch", "Cedar", "Dogwood", "Elm"] });
    expect(make(base).items[0]!.stem).toBe("Match each of these things with its own (UTC).");
  });

  it("offers no two days that could be one event told in two calendars", () => {
    const names = ["Ash", "Birch", "Cedar", "Dogwood"];
    const days = (last: string) => lettersWith(["1987-01-01", "1993-02-02", "1999-05-06", last].map((edtf) => makeDate(edtf, { timeZone: "UTC" })), { valueKind: "date", names });
    expect(make(days("1999-05-09")).reasons[0]?.reason).toBe("few-pairs");
    expect(make(days("1999-05-11")).items.length).toBeGreaterThan(0);
  });

  it("is not made where the facts leave nothing over, or too few can be told apart", () => {
    expect(make(lettersWith(["w", "x", "y"])).reasons[0]?.reason).toBe("few-pairs");
    expect(make(lettersWith(["w", "x", "x", "w"])).reasons[0]?.reason).toBe("few-pairs");
    expect(make(lettersWith(["w", "x", "y", "z"])).items.length).toBeGreaterThan(0);
  });

  it("is not made of disputed facts and rough amounts", () => {
    expect(make(lettersWith(["w", "x", "y", "z"], { facts: [{}, { assurance: "disputed" }, { assurance: "disputed" }, {}] })).items).toEqual([]);
    expect(make(lettersWith([1, 20, 300, 4000].map((amount) => ({ kind: "quantity", amount, bound: "about" })), { valueKind: "quantity" })).reasons[0]?.reason).toBe("not-matchable");
  });

  it("words itself by the label where the predicate has no wording of its own", () => {
    const items = fc.sample(severalBases, { seed: 55, numRuns: 8 }).flatMap((base) => itemsOfForm(base, matching)).filter(({ predicate }) => predicate === "launched_by");
    expect(new Set(items.map(({ stem, template }) => `${stem} ${template}`))).toEqual(new Set(["Match each of these probes with the right rocket. launched_by/match/0"]));
  });
});
