import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { Prisma } from "@/lib/db/generated/client";
import type { Fact } from "@/lib/facts/model";
import { createCourses } from "@/lib/scheduling/exam-course";
import { daysBetween, learnerDayOf, type LearnerDay } from "@/lib/scheduling/learner-day";
import { givenTo } from "./assignment-due";
import { factsOfAssignment } from "./assignment-goal";
import { planOf } from "./assignment-plan";
import type { DayDone } from "./day-load";
import { capacityOf } from "./exam-plans";
import { basesOfSets } from "./fact-bases";
import { calibrationOf, ruleOf } from "./learner";
import { recalledToday, type LearnerFacts } from "./learner-facts";
import type { ProgressBasis } from "./progress-basis";
import { factsOfSet } from "./set-facts";
import { usableBy } from "./usable-set";

/** Of an exam in a set, or of work that a class was given. `dueAt`: when the work is due. */
type GoalOf = { kind: "exam"; setId: string } | { kind: "work"; assignmentId: string; classId: string; className: string; dueAt: Date };

/**
 * A goal with a date. `share`: of its facts, recalled on that day if the whole daily budget goes into them, and `isOnCourse` where that comes to the goal; of a
 * goal that is overdue (`daysLeft` is 0) it is what would be recalled now. `reachedOn`: work whose goal was reached is done; nothing is reckoned for it.
 */
export type GoalAhead = { of: GoalOf; name: string; on: LearnerDay; daysLeft: number; isOverdue: boolean; goal: number } & ({ reachedOn: LearnerDay } | { reachedOn: null; share: number; isOnCourse: boolean });

/** The nearest, and how many more there are. */
export type GoalsAhead = { goals: GoalAhead[]; more: number; timeZone: string };

/** Each takes a few milliseconds; more are told by the sets' and the classes' own pages. */
const mostGoals = 4;

/** So many are looked at to find the nearest. */
const mostRead = 100;

/** So long after it was due work that is still taken is told of here; the class's page tells of it for good. */
const overdueDays = 14;
const dayMs = 86_400_000;

type Dated = { of: GoalOf; name: string; on: LearnerDay; isOverdue: boolean; goal: number; reachedOn: LearnerDay | null; facts: () => Promise<readonly Fact[]> };

async function examsOf({ learner, today, filter }: ProgressBasis): Promise<Dated[]> {
  const database = await getDatabase();
  const rows = await database.examPlan.findMany({
    where: { userId: learner.id, examOn: { gte: today }, set: usableBy({ userId: learner.id }), ...(filter && { setId: { in: filter.setIds } }) },
    include: { set: { omit: { ownFacts: true } } },
    orderBy: [{ examOn: "asc" }, { setId: "asc" }],
    take: mostRead,
  });
  return rows.map(({ set, examOn, goal }) => ({
    of: { kind: "exam", setId: set.id }, name: set.name, on: examOn, isOverdue: false, goal, reachedOn: null,
    facts: async () => factsOfSet(await basesOfSets(database, [set]), set),
  }));
}

const onlyOf = (filter: ProgressBasis["filter"]): Prisma.AssignmentWhereInput => (filter === null ? {} : filter.kind === "class" ? { classId: filter.id } : { setId: filter.id });

/** Work of studying that the learner is given, has a date, is still taken and not excused. Who is a pupil of no class is asked for by one small query. */
async function workOf({ learner, now, filter }: ProgressBasis): Promise<Dated[]> {
  const database = await getDatabase();
  const classes = await database.classMember.findMany({ where: { userId: learner.id, role: "pupil", removedAt: null, class: { archivedAt: null } }, select: { classId: true } });
  if (classes.length === 0) return [];
  const isTaken: Prisma.AssignmentWhereInput = { dueAt: { gt: new Date(now.getTime() - overdueDays * dayMs) }, OR: [{ closesAt: null }, { closesAt: { gt: now } }] };
  const isOpen: Prisma.AssignmentWhereInput = { NOT: { work: { some: { userId: learner.id, isExcused: true } } } };
  const rows = await database.assignment.findMany({
    where: { AND: [givenTo({ userId: learner.id }), { classId: { in: classes.map(({ classId }) => classId) } }, { plan: { path: ["kind"], equals: "study" } }, isTaken, isOpen, onlyOf(filter)] },
    select: { id: true, classId: true, title: true, plan: true, dueAt: true, class: { select: { name: true } }, work: { where: { userId: learner.id }, select: { reachedAt: true } } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: mostRead,
  });
  return rows.flatMap((row): Dated[] => {
    const [plan, dueAt, reachedAt] = [planOf(row), row.dueAt, row.work[0]?.reachedAt ?? null];
    if (plan.kind !== "study" || dueAt === null || (reachedAt !== null && dueAt <= now)) return [];
    const of = { kind: "work", assignmentId: row.id, classId: row.classId, className: row.class.name, dueAt } as const;
    return [{ of, name: row.title, on: learnerDayOf(dueAt.getTime(), learner), isOverdue: dueAt <= now, goal: plan.goal, reachedOn: reachedAt && learnerDayOf(reachedAt.getTime(), learner), facts: () => factsOfAssignment(database, row) }];
  });
}

/** The share expected with the whole capacity each day, or with none where that is more. A plan tries tens of courses; this tries two at most. */
function shareOn(facts: readonly Fact[], { learner, today, coming }: LearnerFacts, { on, goal }: Pick<Dated, "on" | "goal">, capacity: number): number {
  const courseOf = createCourses({ facts: coming(facts).map(([, state]) => state), calibration: calibrationOf(learner), rule: ruleOf(learner), today, goal });
  const days = daysBetween(today, on);
  const { share } = courseOf(days, capacity);
  return share >= goal ? share : Math.max(share, courseOf(days, 0).share);
}

async function reckon({ facts: read, reachedOn, ...goal }: Dated, basis: ProgressBasis, capacity: number): Promise<GoalAhead> {
  const dated = { ...goal, daysLeft: daysBetween(basis.today, goal.on) };
  if (reachedOn !== null) return { ...dated, reachedOn };
  const facts = await read();
  const share = goal.isOverdue ? recalledToday(facts, basis) / Math.max(1, facts.length) : shareOn(facts, basis, goal, capacity);
  return { ...dated, reachedOn, share, isOnCourse: !goal.isOverdue && share >= goal.goal };
}

const nearestFirst = (a: Dated, b: Dated) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.name.localeCompare(b.name, "en"));

/** The learner's goals with dates, own ones and those of their classes, the nearest first: all of them, or those of what was filtered by. */
export async function goalsAhead(basis: ProgressBasis, done: Pick<DayDone, "usualMs">): Promise<GoalsAhead> {
  const { learner } = basis;
  const all = (await Promise.all([examsOf(basis), workOf(basis)])).flat().sort(nearestFirst);
  const capacity = capacityOf(learner, done);
  const goals: GoalAhead[] = [];
  for (const goal of all.slice(0, mostGoals)) goals.push(await reckon(goal, basis, capacity));
  return { goals, more: all.length - goals.length, timeZone: learner.timeZone };
}
