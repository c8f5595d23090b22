import { contextOf } from "@/lib/facts/context";
import { typePath, type FactBase } from "@/lib/facts/fact-base";
import type { Fact, Predicate } from "@/lib/facts/model";
import type { EntityId, PredicateId } from "@/lib/shared/ids";
import { reasonNotToAsk } from "./eligibility";
import type { Question } from "./question";

const groupsOfBase = new WeakMap<FactBase, Map<PredicateId, Map<string, Fact[]>>>();

function groupKey(base: FactBase, predicate: Predicate, fact: Fact): string {
  return [base.entities.get(fact.subject)!.type, contextOf(base, predicate, fact).narrowing, fact.asOf ?? ""].join("|");
}

function groupFacts({ base, predicate }: Question): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of base.factsByPredicate.get(predicate.id) ?? []) {
    if (reasonNotToAsk(base, fact) !== undefined) continue;
    const key = groupKey(base, predicate, fact);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return groups;
}

/**
 * The facts of the question's predicate that can be asked together with its own: of other subjects of the same leaf type, in the
 * same context and at the same date, and sound enough to be asked themselves.
 */
export function peersOf(question: Question): Fact[] {
  const { base, predicate, fact } = question;
  let byPredicate = groupsOfBase.get(base);
  if (!byPredicate) groupsOfBase.set(base, (byPredicate = new Map()));
  let groups = byPredicate.get(predicate.id);
  if (!groups) byPredicate.set(predicate.id, (groups = groupFacts(question)));
  return (groups.get(groupKey(base, predicate, fact)) ?? []).filter(({ subject }) => subject !== fact.subject);
}

/** What several entities of a leaf type are called: its plural, or that of a type above it where its own is a list. */
export function pluralOf(base: FactBase, id: EntityId): string {
  const plurals = typePath(base, base.entities.get(id)!.type).map((type) => base.types.get(type)!.plural.en);
  return plurals.find((plural) => !plural.includes(",")) ?? plurals[0]!;
}
