import { factsOf, type FactBase } from "@/lib/facts/fact-base";
import type { Fact, Predicate } from "@/lib/facts/model";
import { ancestorsOf, hierarchicalPredicates } from "@/lib/facts/relations";
import type { EntityId, FactId } from "@/lib/shared/ids";
import { factsSayingTheSame } from "./known-facts";

/** Facts that hold because of this one: `implies` keeps subject and value, `impliesInverse` swaps them. */
function impliedBy(base: FactBase, fact: Fact, { implies, impliesInverse }: Predicate): Fact[] {
  const same = implies.flatMap((id) => factsOf(base, fact.subject, id)).filter((other) => areSameEntity(fact, other));
  if (fact.value.kind !== "entity") return same;
  const swapped = impliesInverse.flatMap((id) => (fact.value.kind === "entity" ? factsOf(base, fact.value.entity, id) : []));
  return [...same, ...swapped.filter((other) => other.value.kind === "entity" && other.value.entity === fact.subject)];
}

const areSameEntity = (a: Fact, b: Fact) => a.value.kind === "entity" && b.value.kind === "entity" && a.value.entity === b.value.entity;

/** What is in the part is in the whole: facts of the same subject and predicate whose value contains this one's, where the predicate reaches upwards. */
function containing(base: FactBase, fact: Fact, predicate: Predicate): Fact[] {
  const { value } = fact;
  if (value.kind !== "entity" || !(predicate.granular || hierarchicalPredicates.includes(predicate.id))) return [];
  const wholes: ReadonlySet<EntityId> = ancestorsOf(base, value.entity);
  return factsOf(base, fact.subject, fact.predicate).filter((other) => other.value.kind === "entity" && wholes.has(other.value.entity));
}

function nextOf(base: FactBase, fact: Fact): FactId[] {
  const predicate = base.predicates.get(fact.predicate);
  const further = predicate ? [...impliedBy(base, fact, predicate), ...containing(base, fact, predicate)] : [];
  return [...factsSayingTheSame(base, fact), ...further.map(({ id }) => id)];
}

const closuresByBase = new WeakMap<FactBase, Map<FactId, ReadonlySet<FactId>>>();

function closureOf(base: FactBase, start: FactId): ReadonlySet<FactId> {
  let known = closuresByBase.get(base);
  if (!known) closuresByBase.set(base, (known = new Map()));
  let found = known.get(start);
  if (found) return found;
  const reached = new Set<FactId>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const fact = base.facts.get(id);
    if (reached.has(id) || !fact) continue;
    reached.add(id);
    open.push(...nextOf(base, fact));
  }
  known.set(start, (found = reached));
  return found;
}

const countsByBase = new WeakMap<FactBase, Map<EntityId, Fact[]>>();

/** The facts that count what else is on record of their subject, by subject. */
function countingFacts(base: FactBase): Map<EntityId, Fact[]> {
  let counts = countsByBase.get(base);
  if (!counts) {
    countsByBase.set(base, (counts = new Map()));
    for (const fact of base.content.facts) {
      if (base.predicates.get(fact.predicate)?.counts !== undefined) counts.set(fact.subject, [...(counts.get(fact.subject) ?? []), fact]);
    }
  }
  return counts;
}

/** A count that follows because every fact it counts is told ("three flew" from the three names of a complete crew). */
function countsOf(base: FactBase, told: ReadonlySet<FactId>): FactId[] {
  const subjects = new Set([...told].map((id) => base.facts.get(id)!.subject));
  return [...subjects].flatMap((subject) =>
    (countingFacts(base).get(subject) ?? [])
      .filter(({ predicate }) => {
        const listed = factsOf(base, subject, base.predicates.get(predicate)!.counts!);
        return listed.length > 0 && listed.every((fact) => told.has(fact.id));
      })
      .map(({ id }) => id),
  );
}

/**
 * The ids of all facts, folded ones included, that whoever knows these facts knows too: what says the same, inverses, what is implied, wholes for their parts
 * where the predicate reaches upwards, and counts whose whole list is among them. Closed: what it gives entails nothing more. Unknown ids are left out.
 */
export function entailedBy(base: FactBase, ids: Iterable<FactId>): Set<FactId> {
  const told = new Set<FactId>();
  for (const id of ids) for (const entailed of closureOf(base, id)) told.add(entailed);
  for (const id of countsOf(base, told)) for (const entailed of closureOf(base, id)) told.add(entailed);
  return told;
}
