import { asPredicateId, type EntityId } from "@/lib/shared/ids";
import type { FactBase } from "./fact-base";

/** What the content says "belongs to" by. */
const belonging = ["programme", "part_of", "series"].map(asPredicateId);

const membersByBase = new WeakMap<FactBase, ReadonlyMap<EntityId, readonly EntityId[]>>();

function directMembers(base: FactBase): ReadonlyMap<EntityId, readonly EntityId[]> {
  const known = membersByBase.get(base);
  if (known) return known;
  const members = new Map<EntityId, EntityId[]>();
  for (const { subject, value, rank } of belonging.flatMap((predicate) => base.factsByPredicate.get(predicate) ?? [])) {
    if (value.kind !== "entity" || rank === "deprecated") continue;
    members.set(value.entity, [...(members.get(value.entity) ?? []), subject]);
  }
  membersByBase.set(base, members);
  return members;
}

/** Those named and all that belongs to them, also by way of others (a mission of a series of a programme). */
export function membersOf(base: FactBase, programmes: readonly EntityId[]): ReadonlySet<EntityId> {
  const found = new Set<EntityId>();
  const open = [...programmes];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(directMembers(base).get(next) ?? []));
  }
  return found;
}

/** What has something that belongs to it and is itself a programme, by its type. */
export const programmesOf = (base: FactBase): EntityId[] => (base.entitiesByType.get("programme") ?? []).map(({ id }) => id).filter((id) => membersOf(base, [id]).size > 1);
