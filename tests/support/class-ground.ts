import type { AssignmentPlan } from "@/lib/data/assignment-plan";
import { freshJoinCode } from "@/lib/data/class-join-code";
import type { PrismaClient, User } from "@/lib/db/generated/client";
import { can, type ClassAction } from "@/lib/classroom/permissions";
import type { Standing } from "@/lib/classroom/standing";
import { usualSetup } from "@/lib/quiz/quiz-setup";
import { addMember, createAccount, createAssignment, createClassRoom, type ClassRoom } from "./classes";
import { daysLater, morning } from "./factories";
import { itemOfForm } from "./items";
import { createPaper, createTaken } from "./taken-quizzes";

/** Everybody who may ask for something of a class, and what they are to it. */
export const roles = {
  teacher: { standing: "teacher", isGuest: false },
  coTeacher: { standing: "co-teacher", isGuest: false },
  namelessTeacher: { standing: "co-teacher", isGuest: true },
  pupil: { standing: "pupil", isGuest: false },
  guest: { standing: "pupil", isGuest: true },
  removed: { standing: "removed", isGuest: false },
  stranger: { standing: "stranger", isGuest: false },
  otherTeacher: { standing: "stranger", isGuest: false },
  otherPupil: { standing: "stranger", isGuest: false },
} as const satisfies Record<string, { standing: Standing; isGuest: boolean }>;
export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as Role[];

/** `nothing`: they are told, but nothing of this class. */
export type Outcome = "yes" | "nothing" | "NOT_FOUND" | "FORBIDDEN" | "CONFLICT";

/** What the predicate makes of an action: whoever may not see the class is not told that it is there, and what only the archive hinders is said to be so. */
export function outcomeOf(role: Role, action: ClassAction, isArchived: boolean): Outcome {
  const person = roles[role];
  if (can(person, action, { isArchived })) return "yes";
  if (!can(person, "see-class", { isArchived })) return "NOT_FOUND";
  return can(person, action, { isArchived: !isArchived }) ? "CONFLICT" : "FORBIDDEN";
}

const engines: AssignmentPlan = { kind: "quiz", setup: { ...usualSetup, count: 5, scope: { kind: "topics", topics: ["engines"] } }, attempts: 3, counted: "best", isShuffled: false, shows: "at-once" };
const study: AssignmentPlan = { kind: "study", scope: { kind: "topics", topics: ["engines"] }, goal: 0.9 };

/** What a teacher's form says of a quiz. */
export const input = { title: "Changed", instructions: "", plan: engines, opensAt: null, dueAt: null, closesAt: null, isForAll: true, chosen: [] };
/** The same of a goal. */
export const studyInput = { ...input, plan: study, dueAt: daysLater(9) };

/** A class with everybody in `roles`, a pupil whose account the class made, a quiz taken by the pupil, a goal and a draft; a set of each person's, and one of somebody else's that the class may use. */
export type Ground = { db: PrismaClient; room: ClassRoom; people: Record<Role, User>; managed: User; joinCode: string; quiz: string; study: string; draft: string; attempt: string; sets: Record<Role, string>; lent: string };

const makeSet = async (db: PrismaClient, ownerId: string): Promise<string> => (await db.factSet.create({ data: { ownerId, name: "Engines", query: { topics: ["engines"], entities: [], facts: [] } }, select: { id: true } })).id;

async function makeSets(db: PrismaClient, classId: string, people: Record<Role, User>, lender: User): Promise<Pick<Ground, "sets" | "lent">> {
  const sets = await Promise.all(roleNames.map(async (role) => [role, await makeSet(db, people[role].id)] as const));
  const lent = await makeSet(db, lender.id);
  await db.classSet.create({ data: { classId, setId: lent, publishedAt: morning } });
  return { sets: Object.fromEntries(sets) as Record<Role, string>, lent };
}

async function makeOther(db: PrismaClient): Promise<{ otherTeacher: User; otherPupil: User }> {
  const { id } = await db.class.create({ data: { name: "Another class", createdAt: morning } });
  const [otherTeacher, otherPupil] = [await createAccount(db), await createAccount(db)];
  await addMember(db, id, otherTeacher.id, "teacher");
  await addMember(db, id, otherPupil.id, "pupil");
  return { otherTeacher, otherPupil };
}

export async function makeGround(db: PrismaClient, isArchived: boolean): Promise<Ground> {
  const joinCode = freshJoinCode();
  const room = await createClassRoom(db, { joinCode, archivedAt: isArchived ? morning : null });
  const [managed, namelessTeacher] = [await createAccount(db), await createAccount(db, { userName: null, passwordHash: null })];
  await addMember(db, room.row.id, managed.id, "pupil", { isManaged: true });
  await addMember(db, room.row.id, namelessTeacher.id, "co-teacher");
  const quiz = await createAssignment(db, room.row.id, { plan: engines, paperRevision: 1 });
  await createPaper(db, quiz.id, [itemOfForm("multiple-choice"), itemOfForm("true-false")]);
  const taken = await createTaken(db, quiz.id, room.pupil.id, [{ item: itemOfForm("multiple-choice") }]);
  const goal = await createAssignment(db, room.row.id, { plan: study, dueAt: daysLater(9) });
  const draft = await createAssignment(db, room.row.id, { plan: engines, isPublished: false });
  const { teacher, coTeacher, pupil, guest, removed, stranger } = room;
  const people = { teacher, coTeacher, namelessTeacher, pupil, guest, removed, stranger, ...(await makeOther(db)) };
  return { db, room, people, managed, joinCode, quiz: quiz.id, study: goal.id, draft: draft.id, attempt: taken.id, ...(await makeSets(db, room.row.id, people, managed)) };
}

/** All that is kept of classes, and of those who are in them. */
export async function classSnapshot(db: PrismaClient): Promise<string> {
  return JSON.stringify([
    await db.class.findMany({ orderBy: { id: "asc" } }), await db.classMember.findMany({ orderBy: [{ classId: "asc" }, { userId: "asc" }] }), await db.assignment.findMany({ orderBy: { id: "asc" } }),
    await db.assignmentPaper.findMany({ orderBy: [{ assignmentId: "asc" }, { revision: "asc" }] }), await db.assignedWork.findMany({ orderBy: [{ assignmentId: "asc" }, { userId: "asc" }] }),
    await db.classChange.findMany({ orderBy: { id: "asc" } }), await db.classSet.findMany({ orderBy: [{ classId: "asc" }, { setId: "asc" }] }), await db.quizAttempt.findMany({ orderBy: { id: "asc" } }),
    await db.user.findMany({ orderBy: { id: "asc" } }), await db.factSet.findMany({ orderBy: { id: "asc" } }), await db.questionReport.findMany({ orderBy: { id: "asc" } }),
  ]);
}
