import "server-only";
import type { ChangeKind } from "@/lib/classroom/changes";
import { getDatabase } from "@/lib/db/database";
import type { ClassChange } from "@/lib/db/generated/client";
import { isUuid } from "@/lib/shared/ids";
import { demandClass } from "./class-access";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** `from` and `to`: of what to what, where the change has both in words or numbers. */
export type LoggedChange = { id: string; kind: ChangeKind; actor: string; about: string; from: string | null; to: string | null; at: Date };

const perPage = 50;

const inWords = (value: unknown): string | null => (typeof value === "string" || typeof value === "number" ? String(value) : null);

function asLogged({ id, kind, actorName, about, details, at }: ClassChange): LoggedChange {
  const { from, to } = details as { from?: unknown; to?: unknown };
  const isWhole = inWords(from) !== null && inWords(to) !== null;
  return { id, kind: kind as ChangeKind, actor: actorName, about, from: isWhole ? inWords(from) : null, to: isWhole ? inWords(to) : null, at };
}

async function olderThan(tx: Transaction, classId: string, before: string | null) {
  const last = before !== null && isUuid(before) ? await tx.classChange.findFirst({ where: { classId, id: before }, select: { id: true, at: true } }) : null;
  return last ? { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] } : {};
}

/** What was changed in the class, the latest first, from after the change `before` on; `next` is the change to go on from, null at the end. */
export async function listChanges(viewer: Viewer, classId: string, before: string | null): Promise<{ changes: LoggedChange[]; next: string | null }> {
  const database = await getDatabase();
  const { row } = await demandClass(database, viewer, classId, "see-changes");
  const rows = await database.classChange.findMany({ where: { classId: row.id, ...(await olderThan(database, row.id, before)) }, orderBy: [{ at: "desc" }, { id: "desc" }], take: perPage + 1 });
  const changes = rows.slice(0, perPage).map(asLogged);
  return { changes, next: rows.length > perPage ? changes.at(-1)!.id : null };
}
