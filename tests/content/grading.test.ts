import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadContent } from "@/lib/content/load-content";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Entity, FactValue } from "@/lib/facts/model";
import { namesOf, normaliseName } from "@/lib/facts/names";
import { renderValue } from "@/lib/facts/render";
import { gradeName } from "@/lib/grading/grade-name";
import { gradeTyped } from "@/lib/grading/grade-response";
import { nameIndexOf } from "@/lib/grading/names";

let base: FactBase;
let entities: Entity[];

beforeAll(() => {
  const loaded = loadContent("content");
  if (!loaded.ok) throw new Error(`content/ has ${loaded.error.length} faults`);
  base = loaded.value;
  entities = [...base.entities.values()];
  nameIndexOf(base);
});

const givenNames = ({ labels, aliases }: Entity) => [labels.en, ...(labels.zh ? [labels.zh] : []), ...aliases];

/** Names of `other` that are no name of `key`, as the content itself declares. */
function foreignNames(key: Entity, other: Entity): string[] {
  const own = new Set(namesOf(key));
  return givenNames(other).filter((name) => !own.has(normaliseName(name)));
}

/** Entities of the same type whose ids lie near, and those that the content says are mixed up with it. */
function lookalikes(key: Entity): Entity[] {
  const sameType = base.entitiesByType.get(key.type) ?? [];
  const at = sameType.indexOf(key);
  const confusable = key.notToBeConfusedWith.map((id) => base.entities.get(id)!);
  return [...new Set([...sameType.slice(Math.max(0, at - 6), at + 7), ...confusable])].filter((other) => other !== key);
}

describe("grading over the real facts", () => {
  it("takes every name of every entity, with no talk of typing errors", () => {
    const refused = entities.flatMap((entity) =>
      givenNames(entity)
        .map((name) => ({ entity: entity.id, name, grade: gradeName(base, entity.id, name) }))
        .filter(({ grade }) => grade.score !== 1 || !["exact", "alias"].includes(grade.verdict)),
    );
    expect(refused).toEqual([]);
  });

  it("takes every pinyin label with its tones", () => {
    const refused = entities
      .filter((entity) => entity.labels.pinyin !== undefined && gradeName(base, entity.id, entity.labels.pinyin).score !== 1)
      .map((entity) => entity.id);
    expect(refused).toEqual([]);
  });

  it("takes no name of an entity that looks like the key", () => {
    const taken = entities.flatMap((key) =>
      lookalikes(key)
        .flatMap((other) => foreignNames(key, other))
        .filter((name) => gradeName(base, key.id, name).score > 0)
        .map((name) => ({ key: key.id, name })),
    );
    expect(taken).toEqual([]);
  });

  it("takes no name of any other entity", () => {
    const pair = fc.tuple(fc.constantFrom(...entities), fc.constantFrom(...entities)).filter(([key, other]) => key.id !== other.id);
    fc.assert(
      fc.property(pair, fc.nat(), ([key, other], pick) => {
        const names = foreignNames(key, other);
        fc.pre(names.length > 0);
        expect(gradeName(base, key.id, names[pick % names.length]!)).toMatchObject({ score: 0, verdict: "other-entity" });
      }),
      { seed: 41, numRuns: 2000 },
    );
  });

  it("takes the value of every fact as the app writes it", () => {
    const isTyped = (value: FactValue) => value.kind !== "coordinates";
    const refused = base.content.facts
      .filter((fact) => isTyped(fact.value))
      .map((fact) => ({ id: fact.id, text: renderValue(base, fact.value), grade: gradeTyped(base, fact.predicate, fact.value, renderValue(base, fact.value)) }))
      .filter(({ text, grade }) => text.length <= 200 && !(grade.ok && grade.value.score === 1));
    expect(refused).toEqual([]);
  });

  it("builds the index of names once, and says what a name costs", () => {
    const index = nameIndexOf(base);
    const started = performance.now();
    for (const entity of entities) gradeName(base, entity.id, "Long Marhc 5");
    const each = (performance.now() - started) / entities.length;
    console.info(`grading a name takes ${each.toFixed(2)} ms among ${index.byKey.size} names`);
    expect(nameIndexOf(base)).toBe(index);
  });
});
