import "server-only";
import { getDatabase } from "@/lib/db/database";
import { factQuerySchema } from "@/lib/facts/fact-query";
import type { OwnContent } from "@/lib/own-facts/own-content";
import { differenceOf, type SetDifference, type SetState } from "@/lib/own-facts/set-difference";
import { AppError } from "@/lib/shared/app-error";
import { basesOfSets } from "./fact-bases";
import { changeSetRow, lockOwnSet } from "./set-change";
import { contentsOf, type SetContents } from "./set-contents";
import { findOwnSet } from "./sets";
import { inTransaction, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** What a change made of the set. `at`: when; null for the earliest that is kept where those before it are not. `difference`: from the one before; null for the first. */
export type Revision = { revision: number; name: string; at: Date | null; isCurrent: boolean; difference: SetDifference | null };

export type SetHistory = { setId: string; name: string; revisions: Revision[] };

type StoredState = { name: string; query: unknown; ownFacts: unknown };

/** All of it was checked when it was stored. */
const stateOf = ({ name, query, ownFacts }: StoredState): SetState => ({ name, query: factQuerySchema.parse(query), ownFacts: ownFacts as OwnContent | null });

const isFirst = (revision: number) => revision === 1;

/** Every state of the viewer's set that is kept, the latest first, each with what it changed. */
export async function setHistory(viewer: Viewer, setId: string): Promise<SetHistory> {
  const database = await getDatabase();
  const row = await findOwnSet(database, viewer, setId);
  const before = await database.factSetRevision.findMany({ where: { setId: row.id }, orderBy: { revision: "asc" } });
  const states = [...before, row];
  const revisions = states.map((state, i): Revision => {
    const previous = before[i - 1];
    const at = previous?.replacedAt ?? (isFirst(state.revision) ? row.createdAt : null);
    return { revision: state.revision, name: state.name, at, isCurrent: i === states.length - 1, difference: previous ? differenceOf(stateOf(previous), stateOf(state)) : null };
  });
  return { setId: row.id, name: row.name, revisions: revisions.reverse() };
}

async function findState(tx: Transaction, setId: string, revision: number): Promise<StoredState> {
  const state = await tx.factSetRevision.findUnique({ where: { setId_revision: { setId, revision } } });
  if (!state) throw new AppError("NOT_FOUND", "There is no such revision.");
  return state;
}

/** A former state of the viewer's set. `current`: the revision that it would replace. */
export type FormerSet = { setId: string; revision: number; current: number; name: string; replacedAt: Date; contents: SetContents };

export async function findRevision(viewer: Viewer, setId: string, revision: number): Promise<FormerSet> {
  const database = await getDatabase();
  const row = await findOwnSet(database, viewer, setId);
  const state = await database.factSetRevision.findUnique({ where: { setId_revision: { setId: row.id, revision } } });
  if (!state) throw new AppError("NOT_FOUND", "There is no such revision.");
  return { setId: row.id, revision, current: row.revision, name: state.name, replacedAt: state.replacedAt, contents: contentsOf(await basesOfSets(database, [{ ...row, query: state.query }]), state) };
}

/** Makes the viewer's set what it was: as a change like any other, so that nothing is lost by it. Throws CONFLICT where it was changed since `current`. */
export function restoreRevision(viewer: Viewer, setId: string, { revision, current }: { revision: number; current: number }, now: Date): Promise<{ id: string; revision: number }> {
  return inTransaction(async (tx) => {
    const { id } = await lockOwnSet(tx, { id: setId, ownerId: viewer.userId });
    return changeSetRow(tx, { id, ownerId: viewer.userId, revision: current }, stateOf(await findState(tx, id, revision)), now);
  });
}
