import type { PredicateId } from "@/lib/shared/ids";
import { typePath, type FactBase } from "./fact-base";
import type { Predicate } from "./model";

/** What is asked for that is no entity, or of several types. */
export type PlainKind = "date" | "measure" | "count" | "text" | "other";

/** What a fact asks for: one of those, or the id of a type of entities. */
export type FactKind = PlainKind | (string & {});

const rootOf = (base: FactBase, type: string) => typePath(base, type).at(-1)!;

/** What kind of thing the predicate's values are, told by its declaration alone, so that it stays whatever facts come and go. */
export function kindOfPredicate(base: FactBase, { valueKind, unit, range }: Predicate): FactKind {
  if (valueKind === "date" || valueKind === "text") return valueKind;
  if (valueKind === "quantity") return unit ? "measure" : "count";
  if (valueKind === "coordinates") return "place";
  const [root, ...more] = [...new Set(range.map((type) => rootOf(base, type)))];
  return root !== undefined && more.length === 0 ? root : "other";
}

const kindsByBase = new WeakMap<FactBase, ReadonlyMap<PredicateId, FactKind>>();

/** The same by the predicate's id, remembered for each base; "other" for an unknown one. */
export function askedKindOf(base: FactBase, predicate: PredicateId): FactKind {
  let kinds = kindsByBase.get(base);
  if (!kinds) kindsByBase.set(base, (kinds = new Map([...base.predicates.values()].map((each) => [each.id, kindOfPredicate(base, each)]))));
  return kinds.get(predicate) ?? "other";
}
