import type { PrismaClient } from "@/lib/db/generated/client";
import { addMember, createAssignment } from "@/tests/support/classes";
import { createLearner, daysLater } from "@/tests/support/factories";
import { studiedClass } from "./studied-class";

/** Written before the server starts. */
export async function makeStudiedClass(database: PrismaClient): Promise<void> {
  if (await database.class.findFirst({ where: { name: studiedClass.name } })) return;
  const now = new Date();
  const { id: userId } = await database.user.findUniqueOrThrow({ where: { userName: "studied-a-month" } });
  const { id: classId } = await database.class.create({ data: { name: studiedClass.name, createdAt: now } });
  const { id: ownerId } = await createLearner(database);
  const facts = (await database.reviewEvent.findMany({ where: { userId }, select: { factId: true }, distinct: ["factId"], take: 30 })).map(({ factId }) => factId);
  const set = await database.factSet.create({ data: { ownerId, name: studiedClass.set, query: { topics: [], entities: [], facts } }, select: { id: true } });
  await addMember(database, classId, userId, "pupil", { joinedAt: now });
  await database.classSet.create({ data: { classId, setId: set.id, publishedAt: now } });
  await createAssignment(database, classId, { title: studiedClass.goal, plan: { kind: "study", scope: { kind: "set", id: set.id }, goal: 0.8 }, setId: set.id, dueAt: daysLater(90, now), createdAt: now });
}
