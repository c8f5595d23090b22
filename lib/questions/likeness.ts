import type { FactBase } from "@/lib/facts/fact-base";
import type { Entity, Fact, FactValue } from "@/lib/facts/model";
import type { EntityId } from "@/lib/shared/ids";

/** What makes entities alike: type, what they have in common with others, the words their names begin with, and their time. */
type Profile = { type: string; relations: ReadonlySet<string>; series: string; era?: number };

const profilesOfBase = new WeakMap<FactBase, Map<EntityId, Profile>>();

const yearOf = (value: FactValue) => (value.kind === "date" ? Number(value.edtf.slice(0, 4)) : undefined);

function earliestYear(facts: readonly Fact[]): number | undefined {
  const years = facts.flatMap((fact) => yearOf(fact.value) ?? []).filter(Number.isFinite);
  return years.length > 0 ? Math.min(...years) : undefined;
}

/** A name without its number and what follows: "Long March 3B" and "Long March 5" are of one series. */
const seriesOf = (entity: Entity) => entity.labels.en.toLowerCase().replace(/[\s-]*\d.*$/, "");

/** The year in which an entity's time began as far as facts tell: its own earliest date, else that of what it is said of. */
export function eraOf(base: FactBase, id: EntityId): number | undefined {
  const own = earliestYear(base.factsBySubject.get(id) ?? []);
  if (own !== undefined) return own;
  const users = (base.factsByValue.get(id) ?? []).map((fact) => fact.subject);
  return earliestYear(users.flatMap((user) => base.factsBySubject.get(user) ?? []));
}

function profileOf(base: FactBase, id: EntityId): Profile {
  let profiles = profilesOfBase.get(base);
  if (!profiles) profilesOfBase.set(base, (profiles = new Map()));
  const known = profiles.get(id);
  if (known) return known;
  const entity = base.entities.get(id)!;
  const relations = (base.factsBySubject.get(id) ?? []).flatMap((fact) =>
    fact.value.kind === "entity" ? [`${fact.predicate}=${fact.value.entity}`] : [],
  );
  const era = eraOf(base, id);
  const profile = { type: entity.type, relations: new Set(relations), series: seriesOf(entity), ...(era !== undefined && { era }) };
  profiles.set(id, profile);
  return profile;
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const relation of a) if (b.has(relation)) shared++;
  return shared;
}

/** How alike two entities are, from 0 to 8: 2 each for the same leaf type and series of names, up to 2 each for shared relations and nearness in time (halved in 3.5 years). */
export function likenessOf(base: FactBase, a: EntityId, b: EntityId): number {
  const [left, right] = [profileOf(base, a), profileOf(base, b)];
  const sameType = left.type === right.type ? 2 : 0;
  const sameSeries = left.series === right.series ? 2 : 0;
  const shared = Math.min(2, countShared(left.relations, right.relations));
  const isDated = left.era !== undefined && right.era !== undefined;
  return sameType + sameSeries + shared + (isDated ? 2 * Math.exp(-Math.abs(left.era! - right.era!) / 5) : 0);
}

/** Whether two entities are of one series of names or of one era (at most three years apart). */
export function isOfSameSeriesOrEra(base: FactBase, a: EntityId, b: EntityId): boolean {
  const [left, right] = [profileOf(base, a), profileOf(base, b)];
  if (left.series === right.series) return true;
  return left.era !== undefined && right.era !== undefined && Math.abs(left.era - right.era) <= 3;
}
