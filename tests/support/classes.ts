import type { Assignment, Class, ClassMember, PrismaClient, User } from "@/lib/db/generated/client";
import type { AssignmentPlan } from "@/lib/data/assignment-plan";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import type { ClassRole } from "@/lib/classroom/standing";
import { createLearner, morning } from "./factories";

let accounts = 0;

/** Somebody with a name to sign in with. */
export const createAccount = (database: PrismaClient, data: Partial<User> = {}): Promise<User> =>
  createLearner(database, { userName: `person-${process.pid}-${++accounts}`, passwordHash: "not a hash that any password fits", ...data });

export function addMember(database: PrismaClient, classId: string, userId: string, role: ClassRole, data: Partial<ClassMember> = {}): Promise<ClassMember> {
  return database.classMember.create({ data: { classId, userId, role, name: `Member ${userId.slice(0, 4)}`, joinedAt: morning, ...data } });
}

export type ClassRoom = { row: Class; teacher: User; coTeacher: User; pupil: User; guest: User; removed: User; stranger: User };

/** A class with one of each kind of person, and somebody who has nothing to do with it. */
export async function createClassRoom(database: PrismaClient, data: Partial<Class> = {}): Promise<ClassRoom> {
  const row = await database.class.create({ data: { name: "Year 9", createdAt: morning, ...data } });
  const [teacher, coTeacher, pupil, removed, stranger] = [await createAccount(database), await createAccount(database), await createAccount(database), await createAccount(database), await createAccount(database)];
  const guest = await createLearner(database);
  await addMember(database, row.id, teacher.id, "teacher");
  await addMember(database, row.id, coTeacher.id, "co-teacher");
  await addMember(database, row.id, pupil.id, "pupil");
  await addMember(database, row.id, guest.id, "pupil");
  await addMember(database, row.id, removed.id, "pupil", { removedAt: morning });
  return { row, teacher, coTeacher, pupil, guest, removed, stranger };
}

/** A quiz of five questions on everything, once each, answers shown at once. */
export const quizPlan: AssignmentPlan = { kind: "quiz", setup: { ...usualSetup, count: 5 }, attempts: 1, counted: "best", isShuffled: false, shows: "at-once" };

/** Work that is given to the whole class, open since it was made, unless told otherwise. */
export function createAssignment(database: PrismaClient, classId: string, { plan = quizPlan, ...data }: Partial<Omit<Assignment, "plan">> & { plan?: AssignmentPlan } = {}): Promise<Assignment> {
  return database.assignment.create({ data: { classId, title: "Rockets", plan, isPublished: true, createdAt: morning, changedAt: morning, ...data } });
}
