import "server-only";
import type { ChangeKind } from "@/lib/classroom/changes";
import type { Prisma } from "@/lib/db/generated/client";
import type { ClassAccess } from "./class-access";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** `details`: of what to what, as plain values. */
export type NewChange = { kind: ChangeKind; subjectId?: string; about?: string; details?: Prisma.InputJsonValue };

/** Writes down what the viewer changes, within the transaction that changes it. */
export async function noteChange(tx: Transaction, { userId }: Viewer, { row, member }: Pick<ClassAccess, "row" | "member">, { kind, subjectId, about = "", details = {} }: NewChange, now: Date): Promise<void> {
  await tx.classChange.create({
    data: { classId: row.id, actorId: userId, actorName: member?.name ?? "", kind, subjectId: subjectId ?? null, about: about.slice(0, 200), details, at: now },
    select: { id: true },
  });
}
