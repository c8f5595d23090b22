import { contextOf } from "./context";
import { dateInterval, possibleDays } from "./dates";
import { factsOf, type FactBase } from "./fact-base";
import type { Fault } from "./fault";
import type { Fact, Predicate } from "./model";

const isSound = (fact: Fact) => fact.rank !== "deprecated" && fact.assurance !== "disputed";

const faultAt = (fact: Fact, problem: string, mend: string): Fault => ({ at: { kind: "fact", id: fact.id, field: "value" }, problem, mend });

const soundFacts = (base: FactBase, predicate: Predicate) => (base.factsByPredicate.get(predicate.id) ?? []).filter(isSound);

/** Dates of one subject that cannot stand in the order that the predicate demands: landed before it was launched. Precision, "about" and zones are allowed for. */
export function checkOrder(base: FactBase, predicate: Predicate): Fault[] {
  const earlier = (predicate.notBefore ?? []).map((id) => base.predicates.get(id)).filter((other) => other !== undefined);
  return soundFacts(base, predicate).flatMap((fact) =>
    earlier.flatMap((other) =>
      factsOf(base, fact.subject, other.id)
        .filter((known) => isSound(known) && contextOf(base, other, known).narrowing === contextOf(base, predicate, fact).narrowing)
        .filter((known) => isBefore(fact, known))
        .map((known) => faultAt(fact, `"${predicate.id}" cannot be before "${other.id}", which is given by ${known.id}.`, "Correct one of the two dates.")),
    ),
  );
}

function isBefore({ value }: Fact, { value: other }: Fact): boolean {
  if (value.kind !== "date" || other.kind !== "date") return false;
  const isSameZone = value.timeZone !== undefined && value.timeZone === other.timeZone;
  const daysOf = isSameZone ? dateInterval : possibleDays;
  return daysOf(value).lastDay < daysOf(other).firstDay;
}

/** The facts that an amount counts, if all of them are on record at its date; nothing where the list may have gaps. */
function countedFacts(base: FactBase, predicate: Predicate, amount: Fact): Fact[] | undefined {
  if (predicate.counts !== undefined) {
    const isDated = base.predicates.get(predicate.counts)?.timeVarying === true;
    const listed = factsOf(base, amount.subject, predicate.counts).filter((fact) => isSound(fact) && (!isDated || fact.asOf === amount.asOf));
    return listed.some((fact) => fact.complete) ? listed : undefined;
  }
  const named = predicate.countsInverse && base.predicates.get(predicate.countsInverse);
  if (!named || named.complete?.asOf !== amount.asOf) return undefined;
  return (base.factsByValue.get(amount.subject) ?? []).filter((fact) => isSound(fact) && fact.predicate === named.id);
}

/** Amounts that differ from the complete list that they count: a crew of three with two names. */
export function checkCounts(base: FactBase, predicate: Predicate): Fault[] {
  return soundFacts(base, predicate).flatMap((fact) => {
    if (fact.value.kind !== "quantity" || fact.value.bound !== undefined) return [];
    const counted = countedFacts(base, predicate, fact);
    if (!counted || counted.length === fact.value.amount) return [];
    const names = counted.map(({ id }) => id).join(", ");
    return [faultAt(fact, `It says ${fact.value.amount}, but ${counted.length} are on record as a complete list: ${names || "none"}.`, "Correct the amount or the list, or do not call the list complete.")];
  });
}
