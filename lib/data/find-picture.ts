import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { OwnPicture } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { isUuid } from "@/lib/shared/ids";
import { findRevisions } from "./named-sets";
import { findSharedSetId } from "./set-share";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

type Picture = Pick<OwnPicture, "id" | "ownerId" | "setId">;

const notFound = () => new AppError("NOT_FOUND", "There is no such picture.");

async function bytesOf(tx: Transaction, { id }: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const row = await tx.ownPicture.findUnique({ where: { id }, select: { bytes: true } });
  if (!row) throw notFound();
  return row.bytes;
}

const find = async (tx: Transaction, id: string): Promise<Picture> => {
  const row = isUuid(id) ? await tx.ownPicture.findUnique({ where: { id }, select: { id: true, ownerId: true, setId: true } }) : null;
  if (!row) throw notFound();
  return row;
};

/** Whether a card of the set as it is has it; former states are their maker's alone. */
async function isShownNow(tx: Transaction, { id, setId }: Picture): Promise<boolean> {
  const card = JSON.stringify({ cards: [{ picture: { id } }] });
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "FactSet" WHERE "id" = ${setId}::uuid AND "ownFacts" @> ${card}::jsonb`;
  return rows.length > 0;
}

/** Whether a graded quiz of the viewer's own, or of work in a class that they teach, asked about the set: its answers can be looked at for good, also when the class no longer uses the set. */
async function wasAskedAbout(tx: Transaction, { userId }: Viewer, setId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "QuizAttempt" a JOIN "QuizSlot" s ON s."attemptId" = a."id"
    WHERE a."state" = 'graded' AND s."factId" LIKE ${`own.${setId}.%`} AND (a."userId" = ${userId}::uuid OR a."assignmentId" IN (
      SELECT w."id" FROM "Assignment" w JOIN "ClassMember" m ON m."classId" = w."classId" WHERE m."userId" = ${userId}::uuid AND m."removedAt" IS NULL AND m."role" <> 'pupil'))
    LIMIT 1`;
  return rows.length > 0;
}

/** A picture as WebP: for its owner always; for others while a card has it of a set that they may use, are lent, or were asked about. Throws NOT_FOUND for anybody else. */
export async function findPicture(viewer: Viewer, pictureId: string): Promise<Uint8Array<ArrayBuffer>> {
  const database = await getDatabase();
  const picture = await find(database, pictureId);
  const { ownerId, setId } = picture;
  if (ownerId === viewer.userId) return bytesOf(database, picture);
  if (setId === null || !(await isShownNow(database, picture))) throw notFound();
  const mayLook = (await findRevisions(database, viewer, [setId])).length > 0 || (await wasAskedAbout(database, viewer, setId));
  if (!mayLook) throw notFound();
  return bytesOf(database, picture);
}

/** The same for whoever has the code that the set is shared by. Tries are not counted: whoever guesses a code would have to guess a picture's id with it. */
export async function findSharedPicture(code: string, pictureId: string): Promise<Uint8Array<ArrayBuffer>> {
  const database = await getDatabase();
  const picture = await find(database, pictureId);
  const setId = await findSharedSetId(code);
  if (setId === null || setId !== picture.setId || !(await isShownNow(database, picture))) throw notFound();
  return bytesOf(database, picture);
}
