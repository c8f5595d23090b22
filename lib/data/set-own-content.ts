import "server-only";
import { isDeepStrictEqual } from "node:util";
import { countAttempt } from "@/lib/auth/rate-limit";
import { getFactBase } from "@/lib/content/fact-base";
import { getDatabase } from "@/lib/db/database";
import type { FactSet } from "@/lib/db/generated/client";
import { factQuerySchema, factsIn } from "@/lib/facts/fact-query";
import { countOwnFacts, ownContentSchema, type OwnContent } from "@/lib/own-facts/own-content";
import { setsOfFacts } from "@/lib/own-facts/fact-bases";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import { addSetRow, changeSetRow } from "./set-change";
import { findOwnSet } from "./sets";
import { inTransaction, lockUser } from "./transaction";
import type { Viewer } from "./viewer";

/** Which set is written to. `revision`: the one that was loaded; null for a set that is to be made under this id, so that a second try does not make a second set. */
export type OwnTarget = { setId: string; revision: number | null };

/** `name`: what the set is called from now on. */
export type OwnSave = OwnTarget & { name: string };

export type SavedSet = { id: string; revision: number };

const nothing: OwnContent = { cards: [], tables: [] };
const noQuery = { topics: [], entities: [], facts: [] };

/** Checked by its schema when it was written. */
const contentOf = ({ ownFacts }: Pick<FactSet, "ownFacts">): OwnContent => (ownFacts as OwnContent | null) ?? nothing;

const notFound = () => new AppError("NOT_FOUND", "There is no such set.");

/** Reading tables and making questions takes a processor's time: counted, and RATE_LIMITED where it is too often. */
export async function countOwnWork({ userId }: Viewer, now: Date): Promise<void> {
  await countAttempt(await getDatabase(), { kind: "own-facts-user", of: userId, now });
}

/** The own cards and tables of a set of the viewer's as it is, with its name; anybody else's is NOT_FOUND. */
export async function findOwnContent(viewer: Viewer, setId: string): Promise<{ id: string; name: string; revision: number; content: OwnContent }> {
  const row = await findOwnSet(await getDatabase(), viewer, setId);
  return { id: row.id, name: row.name, revision: row.revision, content: contentOf(row) };
}

/** What a set holds before it is written to; nothing for one that is to be made. */
export async function contentBefore({ userId }: Viewer, { setId, revision }: OwnTarget): Promise<{ revision: number; content: OwnContent }> {
  const row = isUuid(setId) ? await (await getDatabase()).factSet.findFirst({ where: { id: setId, ownerId: userId }, select: { revision: true, ownFacts: true } }) : null;
  if (!row && revision !== null) throw notFound();
  return row ? { revision: row.revision, content: contentOf(row) } : { revision: 0, content: nothing };
}

/** Whether the very same was saved over the revision that was loaded: the answer to it got lost, and it is sent again. */
const isSavedAlready = (row: FactSet, { name, revision }: OwnSave, content: OwnContent) =>
  row.revision === (revision ?? 0) + 1 && row.name === name && isDeepStrictEqual(contentOf(row), content);

function checkedContent(content: OwnContent): OwnContent {
  const parsed = ownContentSchema.safeParse(content);
  if (!parsed.success) throw new AppError("INVALID", parsed.error.issues[0]?.message ?? "These cards and tables cannot be kept.");
  return parsed.data;
}

function demandSomething(query: unknown, content: OwnContent): void {
  const asked = factQuerySchema.parse(query);
  const isEmpty = countOwnFacts(content) === 0 && factsIn(getFactBase(), asked).length + setsOfFacts(asked.facts).length === 0;
  if (isEmpty) throw new AppError("INVALID", "Nothing would be in this set.");
}

/** Makes the set, or changes it as a whole: all of the content or nothing. CONFLICT where it was changed since it was loaded, or the viewer has too many sets. */
export async function saveOwnContent(viewer: Viewer, target: OwnSave, unchecked: OwnContent, now: Date): Promise<SavedSet> {
  const content = checkedContent(unchecked);
  return inTransaction(async (tx) => {
    if (!(await lockUser(tx, viewer.userId))) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
    const row = await tx.factSet.findUnique({ where: { id: target.setId } });
    if (row ? row.ownerId !== viewer.userId : target.revision !== null) throw notFound();
    demandSomething(row?.query ?? noQuery, content);
    if (!row) return addSetRow(tx, viewer, { id: target.setId, name: target.name, query: noQuery, ownFacts: content }, now);
    if (isSavedAlready(row, target, content)) return { id: row.id, revision: row.revision };
    return changeSetRow(tx, { id: row.id, ownerId: viewer.userId, revision: target.revision ?? 1 }, { name: target.name, ownFacts: content }, now);
  });
}
