import type { FactBase } from "@/lib/facts/fact-base";
import type { Entity } from "@/lib/facts/model";
import type { EntityId } from "@/lib/shared/ids";
import { allowedTypos } from "./distance";
import { formDistance, formKey, readName, type NameForm, type Reading } from "./name-form";
import { pinyinOf, shortHanName } from "./pinyin-names";

/** Labels first; a derived name (pinyin, a label without its brackets) yields to a name that the base gives to another entity. */
export const nameRanks = { label: 0, alias: 1, derived: 2 } as const;
type NameRank = (typeof nameRanks)[keyof typeof nameRanks];

export type Name = {
  entity: EntityId;
  text: string;
  rank: NameRank;
  form: NameForm;
  /** How many letters may be wrong. */
  allowed: number;
};

/** A name found for what was typed: `distance` letters are wrong. */
export type NameMatch = { name: Name; distance: number };

export type NameIndex = {
  ofEntity: ReadonlyMap<EntityId, readonly Name[]>;
  byShape: ReadonlyMap<string, readonly Name[]>;
  byKey: ReadonlyMap<string, readonly Name[]>;
};

const withoutBrackets = (text: string) => text.replace(/\s*[(（][^)）]*[)）]/gu, "").trim();

function add(names: Map<string, Name>, entity: Entity, text: string, rank: NameRank, options: { reading?: Reading; isExact?: boolean } = {}): void {
  const form = readName(text, options.reading ?? "free");
  const key = formKey(form);
  if (form.shape === "" || names.has(key)) return;
  const allowed = options.isExact || form.isHan ? 0 : allowedTypos(form.letters);
  names.set(key, { entity: entity.id, text, rank, form, allowed });
}

function namesOf(entity: Entity): Name[] {
  const { en, zh, pinyin } = entity.labels;
  const names = new Map<string, Name>();
  add(names, entity, en, nameRanks.label);
  if (zh) add(names, entity, zh, nameRanks.label);
  for (const alias of entity.aliases) add(names, entity, alias, nameRanks.alias);
  for (const text of [en, ...(zh ? [zh] : []), ...entity.aliases]) add(names, entity, withoutBrackets(text), nameRanks.derived);
  if (!zh) return [...names.values()];

  const han = withoutBrackets(zh);
  const latin = new Set([...names.values()].filter((name) => name.form.shape === "~").map((name) => name.form.words[0]!));
  const short = shortHanName(han, latin);
  if (short) add(names, entity, short, nameRanks.derived);
  const spoken = pinyinOf(han);
  for (const { text, isSpelled } of [...spoken, ...(han.endsWith("号") ? pinyinOf(han.slice(0, -1)) : [])]) {
    add(names, entity, text, nameRanks.derived, { reading: "literal", isExact: isSpelled });
  }
  const isSpelled = spoken.some((name) => name.isSpelled);
  if (pinyin) add(names, entity, withoutBrackets(pinyin), nameRanks.derived, { reading: "literal", isExact: isSpelled });
  return [...names.values()];
}

function groupNames(names: readonly Name[], keyOf: (name: Name) => string): Map<string, Name[]> {
  const groups = new Map<string, Name[]>();
  for (const name of names) {
    const key = keyOf(name);
    const group = groups.get(key);
    if (group) group.push(name);
    else groups.set(key, [name]);
  }
  return groups;
}

const indexes = new WeakMap<FactBase, NameIndex>();

/** Every name that every entity answers to: labels, aliases and codes, Chinese, pinyin. Built once for each base. */
export function nameIndexOf(base: FactBase): NameIndex {
  const known = indexes.get(base);
  if (known) return known;
  const ofEntity = new Map([...base.entities.values()].map((entity) => [entity.id, namesOf(entity)]));
  const all = [...ofEntity.values()].flat();
  const index = { ofEntity, byShape: groupNames(all, (name) => name.form.shape), byKey: groupNames(all, (name) => formKey(name.form)) };
  indexes.set(base, index);
  return index;
}

const isCloser = (a: NameMatch, b: NameMatch | null) =>
  b === null || a.distance < b.distance || (a.distance === b.distance && a.name.rank < b.name.rank);

/**
 * The closest of `names` to what was typed, or null. A name allows its own number of wrong letters; `atLeast` widens that for names that bear any.
 * Only the first (free) reading bears wrong letters, the others must agree letter by letter.
 */
export function closestName(readings: readonly NameForm[], names: readonly Name[], atLeast = 0): NameMatch | null {
  let best: NameMatch | null = null;
  for (const name of names) {
    for (const [i, reading] of readings.entries()) {
      const canBend = i === 0 && !reading.isHan && !name.form.isHan;
      const limit = canBend && name.allowed > 0 ? Math.max(name.allowed, atLeast) : 0;
      const distance = formDistance(reading, name.form, limit);
      const match = { name, distance };
      if (distance <= limit && isCloser(match, best)) best = match;
    }
  }
  return best;
}

/** The names of the base that agree with a reading letter by letter. */
export const equalNames = (index: NameIndex, readings: readonly NameForm[]): Name[] =>
  readings.flatMap((reading) => index.byKey.get(formKey(reading)) ?? []);

/** The names of the base that have the numbers and variants of a reading, whatever their letters. */
export const similarNames = (index: NameIndex, readings: readonly NameForm[]): Name[] =>
  readings.flatMap((reading) => index.byShape.get(reading.shape) ?? []);
