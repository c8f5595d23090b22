import "server-only";
import { randomInt } from "node:crypto";
import { makeJoinCode } from "@/lib/classroom/join-code";
import { demandClass } from "./class-access";
import { noteChange } from "./class-changes";
import { inTransaction } from "./transaction";
import type { Viewer } from "./viewer";

/** One that nobody can foresee. Should another class have it, the database refuses it and the transaction is tried again. */
export const freshJoinCode = (): string => makeJoinCode(() => randomInt(2 ** 32) / 2 ** 32);

/** A new code to join by; the one before it is worth nothing from now on. */
export function changeJoinCode(viewer: Viewer, classId: string, now: Date): Promise<{ joinCode: string }> {
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "set-join-code");
    const joinCode = freshJoinCode();
    await tx.class.update({ where: { id: access.row.id }, data: { joinCode }, select: { id: true } });
    await noteChange(tx, viewer, access, { kind: "join-code-changed" }, now);
    return { joinCode };
  });
}

/** Nobody joins by a code any more, until there is a new one. */
export function closeJoinCode(viewer: Viewer, classId: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const access = await demandClass(tx, viewer, classId, "set-join-code");
    if (access.row.joinCode === null) return;
    await tx.class.update({ where: { id: access.row.id }, data: { joinCode: null }, select: { id: true } });
    await noteChange(tx, viewer, access, { kind: "join-code-closed" }, now);
  });
}
