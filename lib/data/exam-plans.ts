import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { Fact } from "@/lib/facts/model";
import type { CourseDay } from "@/lib/scheduling/course";
import { planExam, type ExamPlan } from "@/lib/scheduling/exam-plan";
import { cardsLeft } from "@/lib/scheduling/intake";
import { addDays, daysBetween, learnerDayOf, type LearnerDay } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import { budgetOf, loadDayDone, type DayDone } from "./day-load";
import { basesOfSets } from "./fact-bases";
import { countFacts, loadDueDays, type FactCounts } from "./fact-counts";
import { calibrationOf, ruleOf } from "./learner";
import { loadLearnerFacts, type LearnerFacts } from "./learner-facts";
import { factsOfSet } from "./set-facts";
import { findUsableSet, usableBy } from "./usable-set";
import type { Viewer } from "./viewer";

/** An exam lies no further ahead. */
export const furthestExamDays = 730;

/** Cards in whole numbers: answers to give and facts to begin. */
export type DayTarget = { cards: number; fresh: number };

/** `capacity`: the cards that the learner's daily budget holds. `share`: of the set's facts, on the day of the exam. */
export type ExamOutlook =
  | { kind: "reachable"; share: number; perDay: number; mean: number; today: DayTarget; freshPerDay: number; freshDays: number }
  | { kind: "unreachable"; share: number; capacity: number; neededPerDay: number | null; earliestOn: LearnerDay | null };

/** Expected numbers are not whole; an answer begun is an answer. */
const wholeCards = (count: number) => Math.max(0, Math.ceil(count - 0.01));

function targetOf({ answers, begun }: CourseDay = { answers: 0, begun: 0 }): DayTarget {
  return { cards: wholeCards(answers), fresh: Math.round(begun) };
}

function outlookOf(plan: ExamPlan, capacity: number): ExamOutlook {
  if (!plan.isReachable) return { kind: "unreachable", capacity, share: plan.share, neededPerDay: plan.neededPerDay, earliestOn: plan.earliestOn };
  const freshDays = plan.days.findLastIndex(({ begun }) => begun >= 0.5) + 1;
  const fresh = plan.days.slice(0, freshDays).reduce((sum, { begun }) => sum + begun, 0);
  return { kind: "reachable", share: plan.share, perDay: plan.perDay, mean: plan.mean, today: targetOf(plan.days[0]), freshDays, freshPerDay: freshDays === 0 ? 0 : fresh / freshDays };
}

type Exam = { examOn: LearnerDay; goal: number };

/** The cards that a whole day of the learner's budget holds. */
export function capacityOf(learner: Parameters<typeof budgetOf>[0], { usualMs }: Pick<DayDone, "usualMs">): number {
  return Math.max(0, Math.floor(cardsLeft({ ...budgetOf(learner), usualMs, answers: 0, answeringMs: 0 })));
}

/** What the facts that are not put aside for ever ask of the learner until the exam, and what comes of it; null once the exam is over. */
export async function goalOutlook({ learner, today, coming }: LearnerFacts, asked: readonly Fact[], { examOn, goal }: Exam): Promise<ExamOutlook | null> {
  if (examOn < today) return null;
  const facts = coming(asked).map(([, state]) => state);
  const capacity = capacityOf(learner, await loadDayDone(await getDatabase(), { userId: learner.id, today }));
  return outlookOf(planExam({ facts, calibration: calibrationOf(learner), rule: ruleOf(learner), today, goal }, examOn, capacity), capacity);
}

/** The outlook for the set's exam; null without one, and once it is over. */
export async function examOutlook(viewer: Viewer, setId: string, now: Date): Promise<ExamOutlook | null> {
  const database = await getDatabase();
  const set = await findUsableSet(database, viewer, setId);
  const [exam] = set.examPlans;
  return exam ? goalOutlook(await loadLearnerFacts(viewer, now), factsOfSet(await basesOfSets(database, [set]), set), exam) : null;
}

export type UpcomingExam = FactCounts & { setId: string; name: string; daysLeft: number };

/** More are not shown on the first page. */
const shownAhead = 3;

/** The next exams, the nearest first, with how much of the set is begun and due. What each day should hold is told by the set's own page: a plan takes too long for the first one. */
export async function upcomingExams(viewer: Viewer, now: Date): Promise<UpcomingExam[]> {
  const database = await getDatabase();
  const user = await database.user.findUnique({ where: { id: viewer.userId }, select: { timeZone: true, dayStartHour: true } });
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  const today = learnerDayOf(now.getTime(), user);
  const where = { userId: viewer.userId, examOn: { gte: today }, set: usableBy(viewer) };
  const rows = await database.examPlan.findMany({ where, include: { set: { omit: { ownFacts: true } } }, orderBy: [{ examOn: "asc" }, { setId: "asc" }], take: shownAhead });
  if (rows.length === 0) return [];
  const bases = await basesOfSets(database, rows.map(({ set }) => set));
  const exams = rows.map(({ setId, set, examOn }) => ({ setId, name: set.name, daysLeft: daysBetween(today, examOn), facts: factsOfSet(bases, set) }));
  const dueDays = await loadDueDays(database, viewer.userId, today, [...new Set(exams.flatMap(({ facts }) => facts))]);
  return exams.map(({ facts, ...exam }) => ({ ...exam, ...countFacts(facts, dueDays, today) }));
}

/** Sets the date and the goal, in place of those there were. INVALID for a date that is past or too far ahead. */
export async function saveExamPlan(viewer: Viewer, setId: string, { examOn, goal }: Exam, now: Date): Promise<void> {
  const database = await getDatabase();
  const { id } = await findUsableSet(database, viewer, setId);
  const { timeZone, dayStartHour } = await database.user.findUniqueOrThrow({ where: { id: viewer.userId } });
  const today = learnerDayOf(now.getTime(), { timeZone, dayStartHour });
  if (examOn <= today || examOn > addDays(today, furthestExamDays)) throw new AppError("INVALID", "Please choose a day from tomorrow on, within two years.");
  await database.examPlan.upsert({ where: { userId_setId: { userId: viewer.userId, setId: id } }, create: { userId: viewer.userId, setId: id, examOn, goal }, update: { examOn, goal } });
}

export async function removeExamPlan(viewer: Viewer, setId: string): Promise<void> {
  const database = await getDatabase();
  const { id } = await findUsableSet(database, viewer, setId);
  await database.examPlan.deleteMany({ where: { userId: viewer.userId, setId: id } });
}
