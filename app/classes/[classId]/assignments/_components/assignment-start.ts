import type { AssignmentStart } from "@/components/classroom/assignment-form-props";
import type { AssignmentPage, TaughtAssignment } from "@/lib/data/assignment-page";
import type { AssignedQuiz } from "@/lib/quiz/assigned-quiz";
import { usualSetup, type QuizScope } from "@/lib/quiz/quiz-setup";
import { localDaysAfter, localOfInstant } from "@/lib/scheduling/local-time";

const usualQuiz: AssignedQuiz = { kind: "quiz", setup: usualSetup, attempts: 1, counted: "best", isShuffled: true, shows: "at-once" };
const [usualGoal, usualDays, usualTime] = [90, 7, "18:00"];

/** What most work is: a quiz, due in a week. `scope` and `kind` where the address has them, as from a set. */
export function startOfNew(now: Date, timeZone: string, { scope = usualSetup.scope, kind = "quiz" }: { scope?: QuizScope; kind?: AssignmentStart["kind"] }): AssignmentStart {
  const dueAt = localDaysAfter(now.getTime(), timeZone, usualDays, usualTime);
  const quiz = { ...usualQuiz, setup: { ...usualSetup, scope } };
  return { title: "", instructions: "", timeZone, opensAt: "", dueAt, closesAt: "", isForAll: true, chosen: [], kind, quiz, goal: usualGoal };
}

/** An assignment as its form begins with it. */
export function startOf({ title, instructions, timeZone, opensAt, dueAt, closesAt, plan, isForAll, pupils }: AssignmentPage & TaughtAssignment): AssignmentStart {
  const local = (instant: Date | null) => (instant ? localOfInstant(instant.getTime(), timeZone) : "");
  const isStudy = plan.kind === "study";
  return {
    title, instructions, timeZone, opensAt: local(opensAt), dueAt: local(dueAt), closesAt: local(closesAt), isForAll,
    chosen: pupils.filter(({ isChosen }) => isChosen).map(({ userId }) => userId),
    kind: plan.kind,
    quiz: isStudy ? { ...usualQuiz, setup: { ...usualSetup, scope: plan.scope } } : plan,
    goal: isStudy ? Math.round(100 * plan.goal) : usualGoal,
  };
}
