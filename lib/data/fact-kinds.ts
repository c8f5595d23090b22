import "server-only";
import { capitalise } from "@/lib/facts/articles";
import type { FactBase } from "@/lib/facts/fact-base";
import { kindOfPredicate, type FactKind } from "@/lib/facts/fact-kinds";
import type { Fact } from "@/lib/facts/model";

/** Kinds with fewer facts are put together. */
const fewest = 30;

const kindsByBase = new WeakMap<FactBase, ReadonlyMap<string, FactKind>>();

function kindsOf(base: FactBase): ReadonlyMap<string, FactKind> {
  const known = kindsByBase.get(base);
  if (known) return known;
  const counts = new Map<FactKind, number>();
  for (const predicate of base.predicates.values()) {
    const kind = kindOfPredicate(base, predicate);
    counts.set(kind, (counts.get(kind) ?? 0) + (base.factsByPredicate.get(predicate.id) ?? []).filter(({ ask }) => ask === true).length);
  }
  const kinds = new Map([...base.predicates.values()].map((predicate) => {
    const kind = kindOfPredicate(base, predicate);
    return [predicate.id as string, counts.get(kind)! < fewest ? "other" : kind];
  }));
  kindsByBase.set(base, kinds);
  return kinds;
}

/** What kind of thing the fact asks for, told by its predicate. */
export const factKindOf = (base: FactBase, { predicate }: Fact): FactKind => kindsOf(base).get(predicate)!;

/** The plural of a type as the content has it, with a capital; null for what is no type. */
export function typeName(base: FactBase, type: string): string | null {
  const plural = base.types.get(type)?.plural.en;
  return plural === undefined ? null : capitalise(plural);
}
