import type { PrismaClient } from "@/lib/db/generated/client";
import { addMember, createAssignment, quizPlan } from "@/tests/support/classes";
import { createLearner, daysLater } from "@/tests/support/factories";
import { itemOfForm } from "@/tests/support/items";
import { createPaper, createTaken } from "@/tests/support/taken-quizzes";
import { walledAccount, walledClass, walledRoles, walledSecrets, type WalledRole } from "./walled-class";

const standings: Partial<Record<WalledRole, "teacher" | "co-teacher" | "pupil">> = { teacher: "teacher", "co-teacher": "co-teacher", pupil: "pupil", removed: "pupil" };

/** Writes the class; run before the server starts. */
export async function makeWalledClass(database: PrismaClient, passwordHash: string): Promise<void> {
  const { id, quiz, attempt, pupil } = walledClass;
  if (await database.class.findUnique({ where: { id } })) return;
  const begun = daysLater(-2, new Date());
  await database.class.create({ data: { id, name: walledSecrets.class, createdAt: begun } });
  const other = await database.class.create({ data: { name: "Another class", createdAt: begun } });
  for (const role of walledRoles) {
    const { id: userId } = await createLearner(database, { userName: walledAccount(role), passwordHash });
    const standing = standings[role];
    if (standing) await addMember(database, id, userId, standing, { name: `A ${role}`, joinedAt: begun, removedAt: role === "removed" ? daysLater(-1, new Date()) : null });
    if (role === "other-teacher") await addMember(database, other.id, userId, "teacher", { joinedAt: begun });
  }
  await createLearner(database, { id: pupil });
  await addMember(database, id, pupil, "pupil", { name: walledSecrets.pupil, joinedAt: begun });
  await createAssignment(database, id, { id: quiz, title: walledSecrets.work, plan: quizPlan, paperRevision: 1, createdAt: begun });
  await createPaper(database, quiz, [itemOfForm("multiple-choice")]);
  await createTaken(database, quiz, pupil, [{ item: itemOfForm("multiple-choice") }], { id: attempt, startedAt: begun, closedAt: begun });
}
