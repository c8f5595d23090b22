import "server-only";
import { isDeepStrictEqual } from "node:util";
import { Prisma, type FactSet } from "@/lib/db/generated/client";
import type { FactQuery } from "@/lib/facts/fact-query";
import type { OwnContent } from "@/lib/own-facts/own-content";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import { dropUnnamedPictures, holdPictures } from "./own-pictures";
import { lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** More are no longer found again. */
export const setsPerUser = 100;

/** Earlier ones are dropped. */
export const revisionsKept = 50;

/** What the earlier states of one set may take in the database, in bytes; beyond it the oldest are dropped, but never the latest. */
export const keptBytes = 10_000_000;

/** `revision`: the one that was looked at when the change was made; without it the change holds whatever the set has become. */
type ChangedSet = { id: string; ownerId: string; revision?: number };

export type SetChange = { name?: string; query?: FactQuery; ownFacts?: OwnContent | null };

const asStored = (json: unknown) => json as Prisma.InputJsonValue;
/** What holds nothing is kept as nothing. */
const isEmpty = (ownFacts: OwnContent | null) => !ownFacts || ownFacts.cards.length + ownFacts.tables.length === 0;
const orNull = (json: unknown) => (json === null ? Prisma.DbNull : asStored(json));

/** `id`: known before, so that what is sent twice makes one set. */
export type NewSet = { id?: string; name: string; query: FactQuery; ownFacts: OwnContent | null };

/** A set of the viewer's own. Throws CONFLICT where they have as many as one can keep. */
export async function addSetRow(tx: Transaction, { userId }: Viewer, { id, name, query, ownFacts }: NewSet, now: Date): Promise<{ id: string; revision: number }> {
  if (!(await lockUser(tx, userId))) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  if ((await tx.factSet.count({ where: { ownerId: userId } })) >= setsPerUser) throw new AppError("CONFLICT", `You have ${setsPerUser} sets. Please delete one first.`);
  const made = await tx.factSet.create({ data: { ...(id !== undefined && { id }), name, query: asStored(query), ownFacts: orNull(isEmpty(ownFacts) ? null : ownFacts), ownerId: userId, createdAt: now }, select: { id: true, revision: true } });
  await holdPictures(tx, { id: made.id, ownerId: userId }, ownFacts);
  return made;
}

/** Locks a set of the owner's until the transaction ends. Throws NOT_FOUND for any other. */
export async function lockOwnSet(tx: Transaction, { id, ownerId }: Pick<ChangedSet, "id" | "ownerId">): Promise<FactSet> {
  const rows = isUuid(id) ? await tx.$queryRaw<unknown[]>`SELECT 1 FROM "FactSet" WHERE "id" = ${id}::uuid AND "ownerId" = ${ownerId}::uuid FOR UPDATE` : [];
  if (rows.length === 0) throw new AppError("NOT_FOUND", "There is no such set.");
  return tx.factSet.findUniqueOrThrow({ where: { id } });
}

async function keepRevision(tx: Transaction, { id, revision, name, query, ownFacts }: FactSet, now: Date): Promise<void> {
  await tx.factSetRevision.create({ data: { setId: id, revision, name, query: asStored(query), ownFacts: orNull(ownFacts), replacedAt: now }, select: { setId: true } });
  await tx.$executeRaw`
    DELETE FROM "FactSetRevision" WHERE "setId" = ${id}::uuid AND ("revision" <= ${revision - revisionsKept} OR "revision" IN (
      SELECT "revision" FROM (
        SELECT "revision", sum(pg_column_size("query") + coalesce(pg_column_size("ownFacts"), 0)) OVER (ORDER BY "revision" DESC) AS "bytes"
        FROM "FactSetRevision" WHERE "setId" = ${id}::uuid
      ) kept WHERE "bytes" > ${keptBytes} AND "revision" < ${revision}
    ))`;
}

/**
 * Changes a set of the owner's and keeps what was; returns its revision. What is as it was already changes nothing.
 * Throws NOT_FOUND for a set that is not theirs, CONFLICT for one that was changed since `revision`.
 */
export async function changeSetRow(tx: Transaction, set: ChangedSet, change: SetChange, now: Date): Promise<{ id: string; revision: number }> {
  const was = await lockOwnSet(tx, set);
  if (set.revision !== undefined && set.revision !== was.revision) throw new AppError("CONFLICT", "This set was changed meanwhile, perhaps in another tab.");
  const { name = was.name, query = was.query } = change;
  const ownFacts = change.ownFacts === undefined ? was.ownFacts : isEmpty(change.ownFacts) ? null : change.ownFacts;
  const isSame = name === was.name && isDeepStrictEqual([query, ownFacts], [was.query, was.ownFacts]);
  if (isSame) return { id: was.id, revision: was.revision };
  await keepRevision(tx, was, now);
  await holdPictures(tx, was, ownFacts as OwnContent | null);
  await dropUnnamedPictures(tx, was.id, ownFacts as OwnContent | null);
  return tx.factSet.update({
    where: { id: was.id },
    data: { name, query: asStored(query), ownFacts: orNull(ownFacts), revision: was.revision + 1 },
    select: { id: true, revision: true },
  });
}
