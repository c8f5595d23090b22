import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact, Predicate } from "@/lib/facts/model";

const narrows = (base: FactBase, qualifier: string) => base.qualifiers.get(qualifier)?.narrows ?? true;

/** The qualifiers that narrow a fact, with its scope, by name. */
function narrowingOf(base: FactBase, fact: Fact): Map<string, string> {
  const own = Object.entries(fact.qualifiers).filter(([id]) => narrows(base, id)).map(([id, value]): [string, string] => [id, String(value)]);
  return new Map(fact.scope === undefined ? own : [...own, ["the scope", fact.scope]]);
}

const timeOf = (predicate: Predicate, fact: Fact) => (predicate.timeVarying ? fact.asOf : undefined);

/** Whether two facts speak of exactly the same: one time (where the predicate varies), one scope, equal narrowing qualifiers. */
export function isOneSetting(base: FactBase, predicate: Predicate, a: Fact, b: Fact): boolean {
  if (timeOf(predicate, a) !== timeOf(predicate, b)) return false;
  const [left, right] = [narrowingOf(base, a), narrowingOf(base, b)];
  return left.size === right.size && [...left].every(([id, value]) => right.get(id) === value);
}

/** Whether a question that says everything that narrows `asked` could be about `other` too. */
export function couldBeMeant(base: FactBase, predicate: Predicate, asked: Fact, other: Fact): boolean {
  const [time, otherTime] = [timeOf(predicate, asked), timeOf(predicate, other)];
  if (time !== undefined && otherTime !== undefined && time !== otherTime) return false;
  const others = narrowingOf(base, other);
  return [...narrowingOf(base, asked)].every(([id, value]) => (others.get(id) ?? value) === value);
}
