import { factsOf, type FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { asPredicateId, type EntityId } from "@/lib/shared/ids";
import { isSettled } from "./known-facts";
import { eraOf } from "./likeness";
import type { Question } from "./question";

/** Predicates whose date is the end of their subject: after it nothing can be said of it, as a learner knows. */
const endings = ["dissolved_on", "died_on"].map(asPredicateId);

/** What has a successor of this type ended when that one began; a series of satellites may go on beside the next. */
const succeeded = { type: "organization", predicate: asPredicateId("predecessor_of") };

function successionYears(base: FactBase, id: EntityId): number[] {
  if (base.entities.get(id)!.type !== succeeded.type) return [];
  return factsOf(base, id, succeeded.predicate).flatMap(({ value }) => (value.kind === "entity" ? (eraOf(base, value.entity) ?? []) : []));
}

function endYear(base: FactBase, id: EntityId): number | undefined {
  const dates = endings.flatMap((predicate) => factsOf(base, id, predicate)).flatMap(({ value }) => (value.kind === "date" ? Number(value.edtf.slice(0, 4)) : []));
  const years = [...dates, ...successionYears(base, id)];
  return years.length > 0 ? Math.min(...years) : undefined;
}

const aboutWomen = /\b(?:woman|women|female)\b/i;

const womenOfBase = new WeakMap<FactBase, ReadonlySet<EntityId>>();

/** Those of whom a fact says that they are women. */
function womenIn(base: FactBase): ReadonlySet<EntityId> {
  let women = womenOfBase.get(base);
  if (!women) {
    const textsOf = ({ value, qualifiers }: Fact) => [value.kind === "text" ? value.text : "", ...Object.values(qualifiers).map(String)];
    const told = base.content.facts.filter((fact) => isSettled(fact) && textsOf(fact).some((text) => aboutWomen.test(text)));
    womenOfBase.set(base, (women = new Set(told.map(({ subject }) => subject))));
  }
  return women;
}

/** The year that a question is about: its date, or when the time of its subject began; today where that is not known, nothing where the subject is asked for. */
function yearAskedAbout({ base, fact, direction }: Question): number | undefined {
  if (fact.asOf !== undefined) return Number(fact.asOf.slice(0, 4));
  return direction === "forward" ? (eraOf(base, fact.subject) ?? Infinity) : undefined;
}

/**
 * Which entities are, though provably wrong, no real alternatives: what had ended before the time that the question is about while the key
 * had not, and beside a woman who is asked for as one, people whom no fact calls one.
 */
export function poorRivals(question: Question): (id: EntityId) => boolean {
  const { base, fact, direction, answer } = question;
  const year = yearAskedAbout(question);
  const hasEnded = (id: EntityId) => year !== undefined && (endYear(base, id) ?? Infinity) < year;
  const isKeyEnded = answer.entity !== undefined && hasEnded(answer.entity);
  const { value } = fact;
  const asksForWoman = direction === "inverse" && value.kind === "text" && aboutWomen.test(value.text);
  return (id) => (!isKeyEnded && hasEnded(id)) || (asksForWoman && !womenIn(base).has(id));
}
