import type { FactBase } from "./fact-base";
import type { Fact, FactValue, Predicate } from "./model";
import { compareValues } from "./values";

const found = new WeakMap<FactBase, Map<string, WeakMap<FactValue, readonly Fact[]>>>();

function cacheOf(base: FactBase, predicate: Predicate): WeakMap<FactValue, readonly Fact[]> {
  let byPredicate = found.get(base);
  if (!byPredicate) found.set(base, (byPredicate = new Map()));
  let byValue = byPredicate.get(predicate.id);
  if (!byValue) byPredicate.set(predicate.id, (byValue = new WeakMap()));
  return byValue;
}

/** The facts of the predicate that are not deprecated and whose value is, may be or is a relative of `value`; remembered for each value. */
export function subjectsWith(base: FactBase, predicate: Predicate, value: FactValue): readonly Fact[] {
  const cache = cacheOf(base, predicate);
  let facts = cache.get(value);
  if (!facts) {
    facts = (base.factsByPredicate.get(predicate.id) ?? []).filter(
      (known) => known.rank !== "deprecated" && compareValues(base, predicate, known.value, value) !== "different",
    );
    cache.set(value, facts);
  }
  return facts;
}
