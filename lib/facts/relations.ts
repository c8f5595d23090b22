import type { EntityId } from "@/lib/shared/ids";
import type { FactBase } from "./fact-base";

/** Predicates whose value contains or generalises their subject: the one list of what makes ancestors and descendants. */
export const hierarchicalPredicates: readonly string[] = ["part_of", "variant_of", "located_in", "series"];

type Links = Pick<FactBase, "factsBySubject" | "factsByValue">;

/** Disputed links count as well: a relation only ever forbids, so more of them is the safe side. */
function parentsOf(base: Links, id: EntityId): EntityId[] {
  return (base.factsBySubject.get(id) ?? []).flatMap((fact) =>
    fact.rank !== "deprecated" && fact.value.kind === "entity" && hierarchicalPredicates.includes(fact.predicate) ? [fact.value.entity] : [],
  );
}

function childrenOf(base: Links, id: EntityId): EntityId[] {
  return (base.factsByValue.get(id) ?? [])
    .filter((fact) => fact.rank !== "deprecated" && hierarchicalPredicates.includes(fact.predicate))
    .map((fact) => fact.subject);
}

function reach(start: EntityId, next: (id: EntityId) => EntityId[]): Set<EntityId> {
  const found = new Set<EntityId>();
  const open = [...next(start)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...next(id));
  }
  found.delete(start);
  return found;
}

const ancestorsByBase = new WeakMap<FactBase["factsBySubject"], Map<EntityId, ReadonlySet<EntityId>>>();

/** Everything that contains or generalises the entity, at any distance, without itself. */
export function ancestorsOf(base: Links, id: EntityId): ReadonlySet<EntityId> {
  let known = ancestorsByBase.get(base.factsBySubject);
  if (!known) ancestorsByBase.set(base.factsBySubject, (known = new Map()));
  let ancestors = known.get(id);
  if (!ancestors) known.set(id, (ancestors = reach(id, (next) => parentsOf(base, next))));
  return ancestors;
}

/** Everything that is contained in the entity or is a kind of it, at any distance, without itself. */
export const descendantsOf = (base: Links, id: EntityId): ReadonlySet<EntityId> => reach(id, (next) => childrenOf(base, next));

/** Whether one is an ancestor of the other. */
export const areRelated = (base: Links, a: EntityId, b: EntityId): boolean => ancestorsOf(base, a).has(b) || ancestorsOf(base, b).has(a);
