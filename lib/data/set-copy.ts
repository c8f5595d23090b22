import "server-only";
import type { FactSet } from "@/lib/db/generated/client";
import { factQuerySchema } from "@/lib/facts/fact-query";
import type { OwnContent } from "@/lib/own-facts/own-content";
import { copyPictures } from "./own-pictures";
import { addSetRow } from "./set-change";
import { inTransaction, type Transaction } from "./transaction";
import { findUsableSet } from "./usable-set";
import type { Viewer } from "./viewer";

/** A set like it, of the viewer's own. Its own cards and tables come along as other facts: their ids hold the set's, so what was learnt of the first is not known of the second. Its pictures are copied. */
export async function addCopy(tx: Transaction, viewer: Viewer, { query, ownFacts }: Pick<FactSet, "query" | "ownFacts">, name: string, now: Date): Promise<{ id: string }> {
  // Both were checked when they were stored.
  const content = await copyPictures(tx, viewer, ownFacts as OwnContent | null, now);
  return addSetRow(tx, viewer, { name, query: factQuerySchema.parse(query), ownFacts: content }, now);
}

/** Copies a set that the viewer may use. Throws NOT_FOUND for any other, CONFLICT where they have as many sets as one can keep, INVALID where their pictures take too much. */
export function copySet(viewer: Viewer, setId: string, { name }: { name: string }, now: Date): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const { id } = await findUsableSet(tx, viewer, setId);
    const row = await tx.factSet.findUniqueOrThrow({ where: { id }, select: { query: true, ownFacts: true } });
    const copy = await addCopy(tx, viewer, row, name, now);
    return { id: copy.id };
  });
}
