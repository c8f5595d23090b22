import type { FactBase } from "./fact-base";
import type { Fact, Predicate } from "./model";
import { narrowingQualifiers } from "./render";

/**
 * What a value holds under: the date (only of a predicate that varies in time), the scope and the narrowing qualifiers.
 * "At most one value" and "at most one subject" speak of one context.
 */
export type Context = { time: string | undefined; narrowing: string };

/** The context of a fact; two facts are in the same one if both parts are equal. */
export function contextOf(base: Pick<FactBase, "qualifiers">, predicate: Predicate, fact: Fact): Context {
  const narrowing = narrowingQualifiers(base, fact).map((id) => [id, fact.qualifiers[id]]);
  return { time: predicate.timeVarying ? fact.asOf : undefined, narrowing: JSON.stringify([fact.scope ?? null, ...narrowing]) };
}

/** Whether what one fact says can be set against the other. */
export const isSameContext = (a: Context, b: Context): boolean => a.time === b.time && a.narrowing === b.narrowing;

/**
 * Whether a stem that says all of `fact`'s context can also be about `other`: not if a date, a scope or a narrowing qualifier that both state differs.
 */
export function mayShareContext(base: Pick<FactBase, "qualifiers">, predicate: Predicate, fact: Fact, other: Fact): boolean {
  if (predicate.timeVarying && fact.asOf && other.asOf && fact.asOf !== other.asOf) return false;
  if (fact.scope && other.scope && fact.scope !== other.scope) return false;
  return narrowingQualifiers(base, fact).every((id) => other.qualifiers[id] === undefined || other.qualifiers[id] === fact.qualifiers[id]);
}
