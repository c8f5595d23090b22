import type { FactBase } from "@/lib/facts/fact-base";
import { namesOf } from "@/lib/facts/names";
import type { EntityId } from "@/lib/shared/ids";

/** Facts whose value holds or generalises their subject. */
const upward = new Set(["part_of", "variant_of", "located_in", "series"]);

type Kin = { parents: Map<EntityId, EntityId[]>; above: Map<EntityId, ReadonlySet<EntityId>>; names: Map<EntityId, ReadonlySet<string>> };

const kinOfBase = new WeakMap<FactBase, Kin>();

function readKin(base: FactBase): Kin {
  const parents = new Map<EntityId, EntityId[]>();
  for (const { subject, predicate, value, rank } of base.content.facts) {
    if (rank === "deprecated" || value.kind !== "entity" || !upward.has(predicate)) continue;
    parents.set(subject, [...(parents.get(subject) ?? []), value.entity]);
  }
  return { parents, above: new Map(), names: new Map() };
}

function kinOf(base: FactBase): Kin {
  let kin = kinOfBase.get(base);
  if (!kin) kinOfBase.set(base, (kin = readKin(base)));
  return kin;
}

function above(kin: Kin, id: EntityId): ReadonlySet<EntityId> {
  const known = kin.above.get(id);
  if (known) return known;
  const found = new Set<EntityId>();
  let level = kin.parents.get(id) ?? [];
  while (level.length > 0) {
    const fresh = level.filter((parent) => !found.has(parent));
    fresh.forEach((parent) => found.add(parent));
    level = fresh.flatMap((parent) => kin.parents.get(parent) ?? []);
  }
  kin.above.set(id, found);
  return found;
}

/** Whether one of two different entities holds or generalises the other, at any distance. */
export function areKin(base: FactBase, a: EntityId, b: EntityId): boolean {
  const kin = kinOf(base);
  return a !== b && (above(kin, a).has(b) || above(kin, b).has(a));
}

/** All names of an entity, normalised; none for an unknown one. */
export function knownNames(base: FactBase, id: EntityId): ReadonlySet<string> {
  const { names } = kinOf(base);
  let own = names.get(id);
  if (!own) {
    const entity = base.entities.get(id);
    names.set(id, (own = new Set(entity ? namesOf(entity) : [])));
  }
  return own;
}

/** Whether two entities go by one name. */
export function areNamesakes(base: FactBase, a: EntityId, b: EntityId): boolean {
  const others = knownNames(base, b);
  return [...knownNames(base, a)].some((name) => others.has(name));
}
