import { randomUUID } from "node:crypto";
import { publishAssignment } from "@/lib/data/assignment-publish";
import type { PrismaClient } from "@/lib/db/generated/client";
import { memoryModel } from "@/lib/scheduling/learner-memory";
import { addMember, createAssignment, quizPlan } from "@/tests/support/classes";
import { createLearner, daysLater } from "@/tests/support/factories";
import { crowdedClass, gradedClasses, pupilAccount, pupilNames, quizOf, quizTitle, type GradedClass } from "./graded-classes";

async function makeClass(database: PrismaClient, name: GradedClass, passwordHash: string): Promise<void> {
  const now = new Date();
  const { id, teacher } = gradedClasses[name];
  if (await database.class.findUnique({ where: { id } })) return;
  await database.class.create({ data: { id, name: "Year 9", createdAt: daysLater(-20, now) } });
  const { id: teacherId } = await createLearner(database, { userName: teacher, passwordHash });
  await addMember(database, id, teacherId, "teacher", { name: "The teacher" });
  await createAssignment(database, id, { id: quizOf(name, "closed"), title: "Sites", createdAt: daysLater(-9, now), dueAt: daysLater(-3, now), closesAt: daysLater(-2, now) });
  await createAssignment(database, id, { id: quizOf(name), title: quizTitle, isPublished: false, createdAt: daysLater(-1, now), dueAt: daysLater(3, now), plan: quizPlan });
  await publishAssignment({ userId: teacherId }, quizOf(name), now);
  for (const [index, called] of pupilNames.entries()) {
    const { id: userId } = await createLearner(database, name === "live" ? { userName: pupilAccount(index), passwordHash } : {});
    await addMember(database, id, userId, "pupil", { name: called, joinedAt: daysLater(-10, now) });
    if (name === "scored" && index < 2) await writeAttempt(database, userId, quizOf(name, "closed"), { points: 2 + index * 2, startedAt: daysLater(-4 + index * 1.5, now) });
    if (name === "scored" && index === 0) await writeAttempt(database, userId, quizOf(name), { points: 4, startedAt: daysLater(-0.5, now) });
  }
}

const writeAttempt = (database: PrismaClient, userId: string, assignmentId: string, { points, startedAt }: { points: number; startedAt: Date }) =>
  database.quizAttempt.create({
    data: {
      id: randomUUID(), userId, assignmentId, setup: {}, contentVersion: "before the tests", state: "graded", timeZone: "UTC", startedAt, closesAt: daysLater(0.1, startedAt), closedAt: daysLater(0.01, startedAt), points, mostPoints: 5,
    },
  });

async function makeCrowdedClass(database: PrismaClient, passwordHash: string): Promise<void> {
  const now = new Date();
  const { id, teacher, pupils, nameOf } = crowdedClass;
  if (await database.class.findUnique({ where: { id } })) return;
  await database.class.create({ data: { id, name: "Year 7", createdAt: daysLater(-20, now) } });
  await addMember(database, id, (await createLearner(database, { userName: teacher, passwordHash })).id, "teacher", { name: "The teacher" });
  await createAssignment(database, id, { createdAt: daysLater(-9, now), dueAt: daysLater(3, now), closesAt: daysLater(4, now) });
  const users = await database.user.createManyAndReturn({ data: Array.from({ length: pupils }, () => ({ memoryModel })), select: { id: true } });
  const memberOf = ({ id: userId }: { id: string }, index: number) => ({ classId: id, userId, role: "pupil", name: nameOf(index), joinedAt: daysLater(-10, now), removedAt: index === pupils - 1 ? now : null });
  await database.classMember.createMany({ data: users.map(memberOf) });
}

/** Writes the classes; run before the server starts. */
export async function makeGradedClasses(database: PrismaClient, passwordHash: string): Promise<void> {
  for (const name of Object.keys(gradedClasses) as GradedClass[]) await makeClass(database, name, passwordHash);
  await makeCrowdedClass(database, passwordHash);
}
