import "server-only";
import { createHash } from "node:crypto";
import type { Content } from "@/lib/facts/model";

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * A short hash over all that the content says; the order of files, entries and keys does not change it.
 * Keys stand in the order of the schemas, whatever their order in the files, and those of qualifiers are sorted when read.
 */
export function contentVersion(content: Content): string {
  const { types, units, qualifiers, predicates, entities, facts, sources, ambiguousAliases = [], claims = [] } = content;
  const hash = createHash("sha256");
  for (const list of [types, units, qualifiers, predicates, entities, facts, sources, claims]) hash.update(JSON.stringify([...list].sort(byId)));
  return hash.update(JSON.stringify([...ambiguousAliases].sort())).digest("hex").slice(0, 16);
}
