import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareValues } from "@/lib/facts/values";
import type { FactBase } from "@/lib/facts/fact-base";
import type { FactValue } from "@/lib/facts/model";
import { statementOf } from "@/lib/facts/render";
import type { Item, Option } from "@/lib/questions/item";
import { generateBank } from "@/lib/questions/generate";
import { generateSoundItems, previewQuestions } from "@/lib/own-facts/preview-questions";
import { readTable } from "@/lib/own-facts/read-table";
import { writeTable } from "@/lib/own-facts/write-table";
import { baseOf, cardOf, idsFrom, main, rockets, tableOf } from "./own-base";

const table = tableOf(rockets);
const cards = [
  cardOf(1, "apogee", "The point of an orbit that is farthest away"), cardOf(2, "perigee", "Its closest place to our planet"), cardOf(3, "inclination", "Angle between equator and plane"),
  cardOf(4, "docking", "When two craft join in space"), cardOf(5, "yaw", "Turning to left or right"),
];
const base = baseOf([table], cards);

const plain = (text: string) => text.normalize("NFKC").toLowerCase();
const wrongOf = (item: Item): Option[] => (Array.isArray(item.key) && item.type !== "ordering" && item.type !== "matching" && item.type !== "comparison" && item.type !== "true-false" ? item.options.filter((_, i) => !(item.key as number[]).includes(i)) : []);
const valueOf = ({ entity, value }: Option): FactValue | undefined => (entity === undefined ? value : { kind: "entity", entity });

/** Options that are wrong and yet, by the cells of the table, right or perhaps right. */
function trueDistractors(own: FactBase, item: Item): string[] {
  const fact = own.facts.get(item.tests[0]!)!;
  const predicate = own.predicates.get(fact.predicate)!;
  return wrongOf(item).flatMap((option) => {
    const cell = item.direction === "forward" ? fact : own.content.facts.find((other) => other.predicate === fact.predicate && other.subject === option.entity);
    const said = item.direction === "forward" ? valueOf(option)! : fact.value;
    return cell && compareValues(own, predicate, cell.value, said) !== "different" ? [`${item.stem} ${option.text}`] : [];
  });
}

describe("questions from a table and cards", () => {
  const items = [1, 2, 3].flatMap((seed) => [...generateBank(base, { seed })]);

  test("come in every form that has no drawing, choose, type and recall", () => {
    expect([...new Set(items.map(({ type }) => type))].sort()).toEqual([
      "cloze", "comparison", "date", "flashcard", "matching", "multi-hop", "multiple-choice", "multiple-response", "numeric", "ordering", "short-answer", "true-false",
    ]);
  });

  test("keep every rule of the linter", () => {
    const failed = base.content.facts.flatMap(({ id }) => generateSoundItems(base, id, { seed: 4 }).failed);
    expect(failed).toEqual([]);
  });

  test("never offer a right answer as a wrong one", () => expect(items.flatMap((item) => trueDistractors(base, item))).toEqual([]));

  test("offer names that stand in the same column, or are things of its kind", () => {
    const names = (at: number) => new Set([...table.rows.map(({ cells }) => cells[at]!), ...(at === 6 ? table.rows.map(({ name }) => name) : [])]);
    table.columns.forEach(({ id, kind }, at) => {
      if (kind !== "entity" && kind !== "text") return;
      const asked = items.filter(({ predicate, direction, type }) => predicate.endsWith(`.${id}`) && direction === "forward" && type !== "multi-hop");
      const offered = asked.flatMap(wrongOf).map(({ text }) => text);
      expect(offered.length).toBeGreaterThan(0);
      expect(offered.filter((text) => !names(at).has(text))).toEqual([]);
    });
  });

  test("ask cards both ways, and take the term typed", () => {
    const ofCards = items.filter(({ predicate }) => predicate.endsWith(".definition"));
    expect(new Set(ofCards.map(({ direction }) => direction))).toEqual(new Set(["forward", "inverse"]));
    expect(ofCards.some(({ type, direction }) => type === "short-answer" && direction === "inverse")).toBe(true);
  });
});

describe("the preview", () => {
  test("shows of each fact its sentence, its forms and a few questions of different forms, the same for the same seed", () => {
    const facts = base.content.facts.slice(0, 8).map(({ id }) => id);
    const previews = previewQuestions(base, { seed: 5, facts, samples: 2 });
    expect(previews.map(({ fact }) => fact)).toEqual(facts);
    for (const { fact, statement, forms, samples } of previews) {
      expect(statement).toBe(statementOf(base, base.facts.get(fact)!));
      expect(samples).toHaveLength(Math.min(2, new Set(forms.map(({ type }) => type)).size));
      expect(new Set(samples.map(({ type }) => type)).size).toBe(samples.length);
    }
    expect(previewQuestions(base, { seed: 5, facts, samples: 2 })).toEqual(previews);
  });

  test("shows an item that breaks a rule with the rule and what is wrong, and never as a question", () => {
    const own = baseOf([tableOf("Rocket,motto\nAlpha,never undefined words\nBeta,plain speech\nGamma,calm seas\nDelta,good soup")]);
    const [alpha] = previewQuestions(own, { seed: 1, samples: 20 });
    const failed = alpha!.failed.find(({ rule }) => rule === "stem/clean");
    expect(failed).toMatchObject({ problem: expect.stringContaining("never undefined words"), found: "undefined", stem: expect.any(String) });
    const broken = new Set(previewQuestions(own, { seed: 1 }).flatMap(({ failed: each }) => each.map(({ item }) => item)));
    expect(broken.size).toBeGreaterThan(0);
    expect(previewQuestions(own, { seed: 1, samples: 20 }).flatMap(({ samples }) => samples).filter(({ id }) => broken.has(id))).toEqual([]);
  });

  test("says why a fact has no question in a form", () => {
    const own = baseOf([tableOf("Rocket,height (m)\nAlpha,5")]);
    const [alpha] = previewQuestions(own, { seed: 1 });
    expect(alpha!.reasons).toContainEqual({ form: "multiple-choice", direction: "inverse", reason: "few-false" });
    expect(alpha!.reasons).toContainEqual({ form: "comparison", direction: "forward", reason: "nothing-to-compare" });
  });

  test("has nothing to ask of an empty set", () => expect(previewQuestions(baseOf([]), { seed: 1 })).toEqual([]));
});

const word = fc.string({ unit: fc.constantFrom(..."abcdefgxyzABC012 -.,'\"()é火箭<>&"), minLength: 1, maxLength: 14 });
const cell = fc.oneof(
  word, word, fc.constantFrom("", "yes", "no", "Jiuquan", "Xichang", "5 m", "7.25 km", "about 3 t", "1970", "24 April 1970", "2001-02", "=1+1", "-4"),
  fc.integer({ min: -50, max: 90_000 }).map(String), fc.date({ min: new Date("1950-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
);
const anyTable = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.tuple(word, fc.array(cell, { minLength: width, maxLength: width })), { minLength: 1, maxLength: 7 }));
const toText = (rows: [string, string[]][]) => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const headings = ["Thing", ...rows[0]![1].map((_, i) => `field ${String.fromCharCode(97 + i)}`)];
  return [headings, ...rows.map(([name, cells]) => [name, ...cells])].map((cells) => cells.map(quoted).join(",")).join("\n");
};

describe("any table of plain text that is accepted", () => {
  test("gives for every cell a fact whose sentence says it, comes back from its export, and offers no right answer as a wrong one", () => {
    let accepted = 0;
    const check = (rows: [string, string[]][]) => {
      const read = readTable(toText(rows), { base: main, newId: idsFrom() });
      if (!read.ok) {
        expect(read.error.mistakes.length).toBeGreaterThan(0);
        return;
      }
      accepted++;
      const own = baseOf([read.value]);
      for (const { id, cells } of read.value.rows) {
        read.value.columns.forEach((column, at) => {
          const fact = own.content.facts.find((each) => each.id.endsWith(`.${id}.${column.id}`));
          expect(fact === undefined).toBe(cells[at] === null);
          if (fact && column.kind !== "date") {
            const name = fact.value.kind === "entity" ? own.entities.get(fact.value.entity)!.labels.en : cells[at]!;
            expect(plain(statementOf(own, fact))).toContain(plain(name).replace(/ ([.,;:?)])/g, "$1").replace(/\.+$/, ""));
          }
        });
      }
      const again = readTable(writeTable(main, read.value), { base: main, newId: idsFrom("again"), previous: read.value });
      expect(again).toEqual({ ok: true, value: read.value });
      const sound = own.content.facts.slice(0, 4).flatMap(({ id }) => generateSoundItems(own, id, { seed: 1 }).items);
      expect(sound.flatMap((item) => trueDistractors(own, item))).toEqual([]);
    };
    fc.assert(fc.property(anyTable, check), { seed: 23, numRuns: 200 });
    expect(accepted).toBeGreaterThan(60);
  });

  test("is otherwise refused with mistakes at cells, whatever the bytes are: nothing throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: "binary", maxLength: 300 })), (source) => {
        const read = readTable(source, { base: main, newId: idsFrom() });
        if (read.ok) baseOf([read.value]);
        else expect(read.error.mistakes.length).toBeGreaterThan(0);
      }),
      { seed: 29, numRuns: 1500 },
    );
  });
});
