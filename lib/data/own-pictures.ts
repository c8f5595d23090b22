import "server-only";
import { randomUUID } from "node:crypto";
import { countAttempt } from "@/lib/auth/rate-limit";
import { getDatabase } from "@/lib/db/database";
import type { KeptPicture } from "@/lib/facts/model";
import type { PictureMistakeCode } from "@/lib/own-facts/mistakes";
import { picturesOf, withOtherPictures, type OwnContent } from "@/lib/own-facts/own-content";
import { ownLimits } from "@/lib/own-facts/own-limits";
import type { PictureSizes } from "@/lib/own-facts/read-cards";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import { err, ok, type Result } from "@/lib/shared/result";
import { readPicture } from "./picture-file";
import { inTransaction, lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** What the pictures of a user's sets may take, former states and all. */
export const pictureBytesPerUser = 100_000_000;

/** A picture is chosen, then the card is saved; nobody takes longer. */
const unsavedKeptMs = 86_400_000;

const signedOut = () => new AppError("UNAUTHENTICATED", "Please sign in again.");

/** What was chosen for a card that was never saved goes, whoever's it is. */
async function dropUnsaved(tx: Transaction, now: Date): Promise<void> {
  await tx.ownPicture.deleteMany({ where: { setId: null, createdAt: { lt: new Date(now.getTime() - unsavedKeptMs) } } });
}

async function bytesLeft(tx: Transaction, { userId }: Viewer): Promise<number> {
  const [taken] = await tx.$queryRaw<{ bytes: bigint | number | null }[]>`SELECT sum(octet_length("bytes"))::bigint AS "bytes" FROM "OwnPicture" WHERE "ownerId" = ${userId}::uuid`;
  return pictureBytesPerUser - Number(taken?.bytes ?? 0);
}

/** Takes a picture for a card that the viewer is about to save; until then it is of no set, and theirs alone. */
export async function addPicture(viewer: Viewer, file: Uint8Array, now: Date): Promise<Result<Omit<KeptPicture, "alternative">, PictureMistakeCode>> {
  const database = await getDatabase();
  await countAttempt(database, { kind: "own-pictures-user", of: viewer.userId, now });
  const read = await readPicture(file);
  if (!read.ok) return read;
  await dropUnsaved(database, now);
  const { bytes, width, height } = read.value;
  return inTransaction(async (tx) => {
    if (!(await lockUser(tx, viewer.userId))) throw signedOut();
    if ((await tx.ownPicture.count({ where: { ownerId: viewer.userId, setId: null } })) >= ownLimits.pictures) return err("too-many-unsaved");
    if ((await bytesLeft(tx, viewer)) < bytes.length) return err("no-room");
    const { id } = await tx.ownPicture.create({ data: { ownerId: viewer.userId, bytes, width, height, createdAt: now }, select: { id: true } });
    return ok({ id, width, height });
  });
}

/** The sizes of those of the pictures that cards of the viewer's set may have: its own, and such as are of no set yet. */
export async function findPictureSizes({ userId }: Viewer, setId: string, pictureIds: readonly string[]): Promise<PictureSizes> {
  const ids = [...new Set(pictureIds)].filter(isUuid);
  if (ids.length === 0) return new Map();
  const rows = await (await getDatabase()).ownPicture.findMany({ where: { id: { in: ids }, ownerId: userId, OR: [{ setId: null }, { setId }] }, select: { id: true, width: true, height: true } });
  return new Map(rows.map(({ id, ...size }) => [id, size]));
}

/** The pictures that a set's cards have are the set's from now on. Throws INVALID where one is not the owner's, another set's, or gone. */
export async function holdPictures(tx: Transaction, { id: setId, ownerId }: { id: string; ownerId: string }, content: OwnContent | null): Promise<void> {
  const ids = content ? picturesOf(content) : [];
  if (ids.length === 0) return;
  await tx.ownPicture.updateMany({ where: { id: { in: ids }, ownerId, setId: null }, data: { setId } });
  if ((await tx.ownPicture.count({ where: { id: { in: ids }, setId } })) < ids.length) throw new AppError("INVALID", "A picture is no longer kept. Please choose it once more.");
}

/** Pictures of a set that neither its cards have nor those of a former state that is kept. */
export async function dropUnnamedPictures(tx: Transaction, setId: string, content: OwnContent | null): Promise<void> {
  const named = JSON.stringify(content ? picturesOf(content) : []);
  await tx.$executeRaw`
    DELETE FROM "OwnPicture" WHERE "setId" = ${setId}::uuid
      AND NOT (${named}::jsonb ? "id"::text)
      AND NOT EXISTS (
        SELECT 1 FROM "FactSetRevision" r
        WHERE r."setId" = ${setId}::uuid AND r."ownFacts" @> jsonb_build_object('cards', jsonb_build_array(jsonb_build_object('picture', jsonb_build_object('id', "OwnPicture"."id"::text))))
      )`;
}

/** The same content with pictures of the viewer's own like those of a set that they may copy. Throws INVALID where they have no room for them. */
export async function copyPictures(tx: Transaction, viewer: Viewer, content: OwnContent | null, now: Date): Promise<OwnContent | null> {
  const copies = new Map((content ? picturesOf(content) : []).map((id) => [id, randomUUID()]));
  if (!content || copies.size === 0) return content;
  if (!(await lockUser(tx, viewer.userId))) throw signedOut();
  const left = await bytesLeft(tx, viewer);
  const pairs = JSON.stringify([...copies].map(([from, to]) => ({ from, to })));
  await tx.$executeRaw`
    INSERT INTO "OwnPicture" ("id", "ownerId", "bytes", "width", "height", "createdAt")
    SELECT c."to", ${viewer.userId}::uuid, p."bytes", p."width", p."height", ${now}::timestamptz
    FROM "OwnPicture" p JOIN jsonb_to_recordset(${pairs}::jsonb) AS c("from" uuid, "to" uuid) ON p."id" = c."from"`;
  if ((await bytesLeft(tx, viewer)) < 0) throw new AppError("INVALID", `Your pictures may take 100 MB in all, and ${Math.max(0, Math.floor(left / 1_000_000))} MB are left. Please delete a set with pictures first.`);
  return withOtherPictures(content, copies);
}
