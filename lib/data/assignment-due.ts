import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { Assignment, ClassMember, Prisma } from "@/lib/db/generated/client";
import { phaseOf, type WorkPhase } from "@/lib/classroom/schedule";
import type { CountedAttempt, WorkStatus } from "@/lib/classroom/work";
import type { AnswerPolicy } from "@/lib/quiz/assigned-quiz";
import type { QuizTimer } from "@/lib/quiz/quiz-setup";
import { AppError } from "@/lib/shared/app-error";
import { aboutOf, withSetName } from "./assignment-about";
import { goalSharesOf, type GoalShare } from "./assignment-goal";
import { scheduleOf } from "./assignment-input";
import { questionsOf } from "./assignment-paper";
import { planOf } from "./assignment-plan";
import { openAttemptOf, readWork, recordOf, scoreOf, workStatusOf, type PupilRecord } from "./assignment-work";
import type { QuizTitle } from "./quiz-title";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** A quiz that a pupil is given. `attempts` with those that a teacher added, and `attemptsLeft`: null for any number. `score`: the share of the points that counts so far, in [0, 1]. `lastAttemptId`: the latest that is over. */
export type DueQuiz = {
  kind: "quiz"; questions: number; timer: QuizTimer; shows: AnswerPolicy; attempts: number | null; counted: CountedAttempt; attemptsLeft: number | null; openAttemptId: string | null; lastAttemptId: string | null; score: number | null;
};

/** Facts that a pupil is to learn; `goal` is the share to be recalled. */
export type DueStudy = { kind: "study"; goal: number; share: GoalShare; reachedAt: Date | null; score: number | null };

/** What a pupil is given, as they see it. Instants are to be shown in the pupil's own zone. */
export type DueItem = {
  assignmentId: string; classId: string; className: string; title: string; instructions: string; about: QuizTitle;
  opensAt: Date | null; dueAt: Date | null; closesAt: Date | null; phase: WorkPhase; status: WorkStatus; work: DueQuiz | DueStudy;
};

/** `due`: what can be done now and is not done, the soonest first. `coming`: what opens later. */
export type DueWork = { timeZone: string; due: DueItem[]; coming: DueItem[] };

/** An assignment with all that a pupil is told of it, and what they are to its class. */
export type Given = Assignment & { set: { name: string } | null; class: { name: string; members: Pick<ClassMember, "extraAttempts">[] } };

/** What a pupil has now: published, theirs, of a class that they are in; by default of classes that are not archived. */
export const givenTo = ({ userId }: Viewer, inClass: Prisma.ClassWhereInput = { archivedAt: null }): Prisma.AssignmentWhereInput => ({
  isPublished: true,
  class: { ...inClass, members: { some: { userId, role: "pupil", removedAt: null } } },
  OR: [{ isForAll: true }, { work: { some: { userId, isChosen: true } } }],
});

export const withClass = ({ userId }: Viewer) => ({ ...withSetName, class: { select: { name: true, members: { where: { userId }, select: { extraAttempts: true } } } } });

/** The instants by which work is put in order: what has none comes last. */
const urgency = ({ dueAt, closesAt, opensAt }: DueItem) => (dueAt ?? closesAt ?? opensAt)?.getTime() ?? Infinity;
export const soonestFirst = (a: DueItem, b: DueItem): number => {
  const [first, second] = [urgency(a), urgency(b)];
  return first === second ? a.title.localeCompare(b.title, "en") : first < second ? -1 : 1;
};

/** Of a quiz that can be begun any number of times. */
const mostAttempts = 100;

/** How many more times a quiz can be begun; null for as many as one likes. */
export function attemptsLeft(most: number | null, extra: number, begun: number): number | null {
  if (most === null) return begun < mostAttempts ? null : 0;
  return Math.max(0, most + extra - begun);
}

type Reading = { tx: Transaction; viewer: Viewer; now: Date; sizes: ReadonlyMap<string, number> };

function quizOf(given: Given, record: PupilRecord, { now, sizes }: Reading): DueQuiz {
  const plan = planOf(given);
  if (plan.kind !== "quiz") throw new Error("No quiz");
  const extra = given.class.members[0]?.extraAttempts ?? 0;
  const over = record.attempts.filter(({ state, closesAt }) => state !== "in_progress" || closesAt < now);
  return {
    kind: "quiz",
    questions: sizes.get(given.id) ?? plan.setup.count,
    timer: plan.setup.timer,
    shows: plan.shows,
    attempts: plan.attempts === null ? null : plan.attempts + extra,
    counted: plan.counted,
    attemptsLeft: attemptsLeft(plan.attempts, extra, record.attempts.length),
    openAttemptId: openAttemptOf(record, now)?.id ?? null,
    lastAttemptId: over.at(-1)?.id ?? null,
    score: scoreOf(given, record),
  };
}

async function studyOf(given: Given, record: PupilRecord, { tx, viewer, now }: Reading): Promise<DueStudy> {
  const plan = planOf(given);
  if (plan.kind !== "study") throw new Error("No studying");
  const shares = await goalSharesOf(tx, given, [viewer.userId], now);
  return { kind: "study", goal: plan.goal, share: shares.get(viewer.userId)!, reachedAt: record.row?.reachedAt ?? null, score: scoreOf(given, record) };
}

async function toItem(given: Given, record: PupilRecord, reading: Reading): Promise<DueItem> {
  const { id, classId, title, instructions, opensAt, dueAt, closesAt } = given;
  const work = planOf(given).kind === "quiz" ? quizOf(given, record, reading) : await studyOf(given, record, reading);
  const hasStudied = work.kind === "study" && work.share.begun > 0;
  return {
    assignmentId: id, classId, className: given.class.name, title, instructions, about: aboutOf(given), opensAt, dueAt, closesAt,
    phase: phaseOf(scheduleOf(given), reading.now.getTime()),
    status: workStatusOf(given, record, hasStudied, reading.now),
    work,
  };
}

/** What the viewer, a pupil, is told of assignments of theirs. */
export async function toDueItems(tx: Transaction, viewer: Viewer, rows: readonly Given[], now: Date): Promise<DueItem[]> {
  const records = await readWork(tx, rows.map(({ id }) => id), viewer.userId);
  const reading = { tx, viewer, now, sizes: await questionsOf(tx, rows) };
  const items: DueItem[] = [];
  for (const row of rows) items.push(await toItem(row, recordOf(records, row.id, viewer.userId), reading));
  return items.sort(soonestFirst);
}

/** More are told by the classes' own pages. */
const mostDue = 50;

const isToDo = ({ status, phase }: DueItem) => phase !== "ahead" && status !== "done" && status !== "late" && status !== "excused";

/** What the viewer is to do, of all their classes. */
export async function dueWork(viewer: Viewer, now: Date): Promise<DueWork> {
  const database = await getDatabase();
  const user = await database.user.findUnique({ where: { id: viewer.userId }, select: { timeZone: true } });
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  const isOpen = { OR: [{ closesAt: null }, { closesAt: { gt: now } }] };
  const rows = await database.assignment.findMany({ where: { AND: [givenTo(viewer), isOpen] }, include: withClass(viewer), orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }], take: mostDue });
  const items = await toDueItems(database, viewer, rows, now);
  return { timeZone: user.timeZone, due: items.filter(isToDo), coming: items.filter(({ phase }) => phase === "ahead") };
}
