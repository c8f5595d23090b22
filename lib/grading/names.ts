import type { FactBase } from "@/lib/facts/fact-base";
import type { Entity } from "@/lib/facts/model";
import type { EntityId } from "@/lib/shared/ids";
import { allowedTypos } from "./distance";
import { formDistance, formKey, readName, type NameForm, type Reading } from "./name-form";
import { withoutKind } from "./kind-words";
import { withoutBrackets } from "./normalise";
import { pinyinOf, shortHanName } from "./pinyin-names";
import { areSlips } from "./slips";
import { toneKey } from "./tones";

/** Labels first; a derived name (pinyin, a label without its brackets) yields to a name that the base gives to another entity. */
export const nameRanks = { label: 0, alias: 1, derived: 2 } as const;
type NameRank = (typeof nameRanks)[keyof typeof nameRanks];

/** A text that counts as an answer; `allowed` letters of it may be wrong. */
export type Wording = { text: string; rank: NameRank; form: NameForm; allowed: number };

export type Name = Wording & { entity: EntityId };

/** A wording found for what was typed: `distance` letters are wrong. */
export type Match<W extends Wording = Name> = { name: W; distance: number };

export type NameIndex = {
  ofEntity: ReadonlyMap<EntityId, readonly Name[]>;
  byShape: ReadonlyMap<string, readonly Name[]>;
  byKey: ReadonlyMap<string, readonly Name[]>;
  /** Who is written so in pinyin with its tones. */
  byTones: ReadonlyMap<string, readonly EntityId[]>;
};

/** Capitals alone are an abbreviation, and one letter more or less makes another one (CAST, CASC). */
const isAbbreviation = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** A wording with the typing errors that its length allows; none in Chinese and in abbreviations, and none where `isExact`. */
export function makeWording(text: string, rank: NameRank, { reading = "free" as Reading, isExact = false } = {}): Wording {
  const form = readName(text, reading);
  return { text, rank, form, allowed: isExact || form.isHan || isAbbreviation(text) ? 0 : allowedTypos(form.letters) };
}

type WordingOptions = Parameters<typeof makeWording>[2];

function add(names: Map<string, Name>, entity: Entity, text: string, rank: NameRank, options?: WordingOptions): void {
  const wording = makeWording(text, rank, options);
  const key = formKey(wording.form);
  if (wording.form.shape !== "" && !names.has(key)) names.set(key, { ...wording, entity: entity.id });
}

function namesOf(base: FactBase, entity: Entity): Name[] {
  const { en, zh, pinyin } = entity.labels;
  const names = new Map<string, Name>();
  add(names, entity, en, nameRanks.label);
  if (zh) add(names, entity, zh, nameRanks.label);
  for (const alias of entity.aliases) add(names, entity, alias, nameRanks.alias);
  for (const text of [en, ...(zh ? [zh] : []), ...entity.aliases]) add(names, entity, withoutBrackets(text), nameRanks.derived);
  const plain = withoutKind(base, entity.type, en);
  if (plain !== null) add(names, entity, plain, nameRanks.derived);
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

function groupByTones(entities: Iterable<Entity>): Map<string, EntityId[]> {
  const byTones = new Map<string, EntityId[]>();
  for (const { id, labels } of entities) {
    const key = labels.pinyin && toneKey(labels.pinyin);
    if (key) byTones.set(key, [...(byTones.get(key) ?? []), id]);
  }
  return byTones;
}

const indexes = new WeakMap<FactBase, NameIndex>();

/** Every name that every entity answers to: labels, aliases and codes, Chinese, pinyin. Built once for each base. */
export function nameIndexOf(base: FactBase): NameIndex {
  const known = indexes.get(base);
  if (known) return known;
  const ofEntity = new Map([...base.entities.values()].map((entity) => [entity.id, namesOf(base, entity)]));
  const all = [...ofEntity.values()].flat();
  const index = {
    ofEntity,
    byShape: groupNames(all, (name) => name.form.shape),
    byKey: groupNames(all, (name) => formKey(name.form)),
    byTones: groupByTones(base.entities.values()),
  };
  indexes.set(base, index);
  return index;
}

const isCloser = (a: Match<Wording>, b: Match<Wording> | null) =>
  b === null || a.distance < b.distance || (a.distance === b.distance && a.name.rank < b.name.rank);

/**
 * The closest of `names` to what was typed, or null. A name allows its own number of wrong letters, if they can be slips; for a `rival` any wrong letters
 * will do, and at least so many for names that bear any. Only the first (free) reading bears wrong letters, the others must agree letter by letter.
 */
export function closestName<W extends Wording>(readings: readonly NameForm[], names: readonly W[], rival?: { atLeast: number }): Match<W> | null {
  let best: Match<W> | null = null;
  for (const name of names) {
    for (const [i, reading] of readings.entries()) {
      const canBend = i === 0 && !reading.isHan && !name.form.isHan;
      const limit = canBend && name.allowed > 0 ? Math.max(name.allowed, rival?.atLeast ?? 0) : 0;
      const distance = formDistance(reading, name.form, limit);
      const match = { name, distance };
      if (distance <= limit && isCloser(match, best) && (rival || areSlips(reading, name.form, distance))) best = match;
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
