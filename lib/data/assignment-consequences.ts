import "server-only";
import { consequencesOf, type Consequence, type PupilWork, type WorkTerms } from "@/lib/classroom/consequences";
import type { Assignment } from "@/lib/db/generated/client";
import { mayShowAnswers } from "@/lib/quiz/assigned-quiz";
import { paperDeadline } from "@/lib/quiz/time-limit";
import { scheduleOf, type AssignmentInput } from "./assignment-input";
import { paperWishes } from "./assignment-paper";
import { planOf, type AssignmentPlan } from "./assignment-plan";
import { pupilsOf, pupilsWith } from "./assignment-pupils";
import { doneAtOf, readWork, recordOf, type WorkRecords } from "./assignment-work";
import { toAttempt } from "./quiz-attempt-rows";
import type { Transaction } from "./transaction";

type Terms = Record<"opensAt" | "dueAt" | "closesAt", Date | null> & { plan: AssignmentPlan };

function termsOf({ plan, ...dates }: Terms, pupils: readonly string[], now: Date): WorkTerms {
  const schedule = scheduleOf(dates);
  const common = { ...schedule, pupils: new Set(pupils) };
  if (plan.kind === "study") return { ...common, questions: JSON.stringify(plan.scope), timeLimit: "", rules: "", attempts: null, counted: "", showsAnswers: false, goal: plan.goal };
  const { setup, attempts, counted, isShuffled, shows } = plan;
  const showsAnswers = mayShowAnswers(shows, schedule.closesAtMs, now.getTime());
  return { ...common, questions: paperWishes(plan), timeLimit: JSON.stringify(setup.timer), rules: JSON.stringify([setup.marking, setup.isLockIn, isShuffled]), attempts, counted, showsAnswers, goal: null };
}

type Running = Pick<PupilWork, "runsUntilMs" | "limitMs">;

/** Of those under way: until when, and until when if there were no window. */
async function findRunning(tx: Transaction, assignmentId: string, now: Date): Promise<Map<string, Running>> {
  const rows = await tx.quizAttempt.findMany({ where: { assignmentId, state: "in_progress", closesAt: { gte: now } } });
  return new Map(rows.map((row) => {
    const { startedAtMs, timer, accommodation, deadlineAtMs } = toAttempt(row, []);
    return [row.userId, { runsUntilMs: deadlineAtMs, limitMs: paperDeadline(startedAtMs, timer, accommodation, null) }];
  }));
}

/** Pupils who have left are not spoken of. */
function workOf(assignment: Assignment, userIds: readonly string[], records: WorkRecords, running: ReadonlyMap<string, Running>): PupilWork[] {
  return userIds.map((userId) => {
    const record = recordOf(records, assignment.id, userId);
    return { userId, attempts: record.attempts.length, doneAtMs: doneAtOf(assignment, record)?.getTime() ?? null, ...running.get(userId) };
  });
}

/** What a change would mean for the pupils that the class has now; nothing for a draft, which nobody has seen. */
export async function consequencesOfChange(tx: Transaction, assignment: Assignment, input: AssignmentInput, now: Date): Promise<Consequence[]> {
  if (!assignment.isPublished) return [];
  const pupils = await pupilsOf(tx, assignment.classId);
  const records = await readWork(tx, [assignment.id]);
  const everybody = pupils.map(({ userId }) => userId);
  const before = pupilsWith(assignment, pupils, records).map(({ userId }) => userId);
  const after = input.isForAll ? everybody : input.chosen;
  const work = workOf(assignment, everybody, records, await findRunning(tx, assignment.id, now));
  return consequencesOf(termsOf({ ...assignment, plan: planOf(assignment) }, before, now), termsOf(input, after, now), work, now.getTime());
}
