import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/** As SQL: the `ReviewEvent` of this alias was not taken back. An undo that names the answer to another question takes back nothing. */
export function isStanding(alias: "e" | "r" = "e"): Prisma.Sql {
  const answer = Prisma.raw(alias);
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM "UndoEvent" u WHERE u."userId" = ${answer}."userId" AND u."undoes" = ${answer}."id" AND u."presentationId" = ${answer}."presentationId")`;
}
