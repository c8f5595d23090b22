import type { EntityId } from "@/lib/shared/ids";
import { contextOf } from "./context";
import { checkCounts, checkOrder } from "./check-figures";
import { factsOf, type FactBase } from "./fact-base";
import type { Fault } from "./fault";
import type { Fact, FactValue, Predicate } from "./model";
import { normaliseName } from "./names";
import { hierarchicalPredicates } from "./relations";
import { compareValues } from "./values";

const isSound = (fact: Fact) => fact.rank !== "deprecated" && fact.assurance !== "disputed";

const faultAt = (fact: Fact, problem: string, mend: string): Fault => ({ at: { kind: "fact", id: fact.id, field: "value" }, problem, mend });

function soundFactsOf(base: FactBase, predicate: Predicate): Fact[] {
  return (base.factsByPredicate.get(predicate.id) ?? []).filter(isSound);
}

function groupBy(facts: Fact[], keyOf: (fact: Fact) => string): Fact[][] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups.values()];
}

/** Of a granular predicate a whole and its part may both be values; of any other, a second value is one too many, even the same one again. */
function checkFunctional(base: FactBase, predicate: Predicate): Fault[] {
  if (!predicate.functional) return [];
  const groups = groupBy(soundFactsOf(base, predicate), (fact) => `${fact.subject} ${JSON.stringify(contextOf(base, predicate, fact))}`);
  return groups.flatMap(([first, ...others]) =>
    others
      .filter((other) => !(predicate.granular && compareValues(base, predicate, first!.value, other.value) === "related"))
      .map((other) =>
        faultAt(
          other,
          `"${predicate.id}" has one value at a time, but "${other.subject}" also has ${first!.id}.`,
          "Remove or deprecate one, mark both disputed, tell them apart by a date (timeVarying) or qualifier, or make the predicate not functional.",
        ),
      ),
  );
}

const keyOfValue = (value: FactValue): string =>
  value.kind === "entity" ? value.entity : value.kind === "text" ? normaliseName(value.text) : JSON.stringify(value);

function checkInverseFunctional(base: FactBase, predicate: Predicate): Fault[] {
  if (!predicate.inverseFunctional) return [];
  const groups = groupBy(soundFactsOf(base, predicate), (fact) => `${keyOfValue(fact.value)} ${JSON.stringify(contextOf(base, predicate, fact))}`);
  return groups.flatMap(([first, ...others]) =>
    others
      .filter((other) => other.subject !== first!.subject)
      .map((other) =>
        faultAt(
          other,
          `"${predicate.id}" has one subject for a value, but ${first!.id} gives the same value to "${first!.subject}".`,
          "Correct one of the two, or make the predicate not inverseFunctional.",
        ),
      ),
  );
}

/** What forbids that one more value joins `facts`, all of one subject: the start of a sentence. */
function whyExcluded(predicate: Predicate, facts: Fact[], time: string | undefined): string | undefined {
  const fact = facts.find((known) => (predicate.functional || known.complete) && (!predicate.timeVarying || known.asOf === time));
  if (fact) return `${fact.id} ${predicate.functional ? "gives another value" : "belongs to a complete list without this one"} for`;
  const isAllListed = predicate.complete && (!predicate.timeVarying || predicate.complete.asOf === time);
  return isAllListed ? "It is missing from the lists, declared complete, of" : undefined;
}

/** What a predicate says must not be excluded by what its inverse says. */
function checkInverse(base: FactBase, predicate: Predicate): Fault[] {
  const inverse = predicate.inverse && base.predicates.get(predicate.inverse);
  if (!inverse) return [];
  return soundFactsOf(base, predicate).flatMap((fact) => {
    if (fact.value.kind !== "entity") return [];
    const mirrored = factsOf(base, fact.value.entity, inverse.id).filter(isSound);
    if (mirrored.some((other) => other.value.kind === "entity" && other.value.entity === fact.subject)) return [];
    const why = whyExcluded(inverse, mirrored, predicate.timeVarying ? fact.asOf : undefined);
    if (!why) return [];
    const mend = `Correct one of the two, or add "${fact.subject}" to the values of "${inverse.id}" of "${fact.value.entity}".`;
    return [faultAt(fact, `${why} the inverse "${inverse.id}".`, mend)];
  });
}

/** A list is complete as a whole: a fact of it without the mark contradicts the others. */
function checkComplete(base: FactBase, predicate: Predicate): Fault[] {
  const groups = groupBy(soundFactsOf(base, predicate), (fact) => `${fact.subject} ${predicate.timeVarying ? fact.asOf : ""}`);
  return groups.flatMap((facts) => {
    const complete = facts.find((fact) => fact.complete);
    if (!complete) return [];
    return facts
      .filter((fact) => !fact.complete)
      .map((fact) => ({
        at: { kind: "fact" as const, id: fact.id, field: "complete" },
        problem: `${complete.id} says that the list is complete, but this fact of it does not.`,
        mend: "Mark every fact of the list complete, or none.",
      }));
  });
}

/** One fault for each ring of a hierarchical predicate, at the fact that closes it. */
function checkCycles(base: FactBase, predicate: Predicate): Fault[] {
  if (!hierarchicalPredicates.includes(predicate.id)) return [];
  const done = new Set<EntityId>();
  const faults: Fault[] = [];
  const visit = (id: EntityId, path: EntityId[]) => {
    if (done.has(id)) return;
    for (const fact of factsOf(base, id, predicate.id)) {
      if (fact.rank === "deprecated" || fact.value.kind !== "entity") continue;
      const ring = [...path, id];
      const start = ring.indexOf(fact.value.entity);
      if (start < 0) visit(fact.value.entity, ring);
      else faults.push(faultAt(fact, `"${predicate.id}" runs in a ring: ${[...ring.slice(start), fact.value.entity].join(" > ")}.`, "Remove or correct one of these facts."));
    }
    done.add(id);
  };
  for (const fact of base.factsByPredicate.get(predicate.id) ?? []) visit(fact.subject, []);
  return faults;
}

/** The facts against each other and against the flags of their predicates; every fact must have passed `checkFact`. */
export function checkConsistency(base: FactBase): Fault[] {
  const checks = [checkFunctional, checkInverseFunctional, checkInverse, checkComplete, checkCycles, checkOrder, checkCounts];
  return base.content.predicates.flatMap((predicate) => checks.flatMap((check) => check(base, predicate)));
}
