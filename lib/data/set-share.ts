import "server-only";
import { randomBytes } from "node:crypto";
import { countAttempt } from "@/lib/auth/rate-limit";
import { getDatabase } from "@/lib/db/database";
import type { FactSet } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { basesOfSets } from "./fact-bases";
import { lockOwnSet } from "./set-change";
import { contentsOf, type SetContents } from "./set-contents";
import { addCopy } from "./set-copy";
import { factsOfSet } from "./set-facts";
import { inTransaction } from "./transaction";
import type { Viewer } from "./viewer";

/** 96 bits, in 16 signs that an address may have: nobody finds one by trying. */
const freshShareCode = (): string => randomBytes(12).toString("base64url");

const shareCodePattern = /^[\w-]{16}$/;

/** Lets everybody see and copy the set who has its code. Shared already it keeps its code, unless a new one is asked for: then the one before is worth nothing any more. */
export function shareSet(viewer: Viewer, setId: string, { isRenewed }: { isRenewed: boolean }): Promise<{ shareCode: string }> {
  return inTransaction(async (tx) => {
    const { id, shareCode: before } = await lockOwnSet(tx, { id: setId, ownerId: viewer.userId });
    if (before !== null && !isRenewed) return { shareCode: before };
    const shareCode = freshShareCode();
    await tx.factSet.update({ where: { id }, data: { shareCode }, select: { id: true } });
    return { shareCode };
  });
}

/** Whoever has the code sees nothing any more; copies stay with those who made them. */
export function stopSharing(viewer: Viewer, setId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const { id } = await lockOwnSet(tx, { id: setId, ownerId: viewer.userId });
    await tx.factSet.update({ where: { id }, data: { shareCode: null }, select: { id: true } });
  });
}

/** A set as everybody sees it who has its code; who made it is not told. `ownId`: the set itself, to its maker only. */
export type SharedSet = { name: string; facts: number; contents: SetContents; ownId: string | null };

/** The set that a code opens, for what is seen of it once it has been opened. */
export async function findSharedSetId(code: string): Promise<string | null> {
  const row = shareCodePattern.test(code) ? await (await getDatabase()).factSet.findUnique({ where: { shareCode: code }, select: { id: true } }) : null;
  return row?.id ?? null;
}

/** Tries are counted by address. Throws NOT_FOUND for a code that opens nothing, or nothing any more. */
async function findByCode(code: string, address: string, now: Date): Promise<FactSet> {
  const database = await getDatabase();
  await countAttempt(database, { kind: "shared-set-address", of: address, now });
  const row = shareCodePattern.test(code) ? await database.factSet.findUnique({ where: { shareCode: code } }) : null;
  if (!row) throw new AppError("NOT_FOUND", "No set has this link.");
  return row;
}

export async function findSharedSet(viewer: Viewer | null, code: string, address: string, now: Date): Promise<SharedSet> {
  const row = await findByCode(code, address, now);
  const bases = await basesOfSets(await getDatabase(), [row]);
  return { name: row.name, facts: factsOfSet(bases, row).length, contents: contentsOf(bases, row), ownId: row.ownerId === viewer?.userId ? row.id : null };
}

/** Copies the set that a code opens to the viewer's own. Throws as `findSharedSet` does, and CONFLICT where they have as many sets as one can keep. */
export async function copySharedSet(viewer: Viewer, { code, name }: { code: string; name: string }, address: string, now: Date): Promise<{ id: string }> {
  const row = await findByCode(code, address, now);
  const copy = await inTransaction((tx) => addCopy(tx, viewer, row, name, now));
  return { id: copy.id };
}
