import { readSetupForm, scopeOf, type SetupField, type SetupLimits } from "@/components/quiz-setup/read-setup-form";
import type { AssignedQuiz } from "@/lib/quiz/assigned-quiz";
import { err, ok, type Result } from "@/lib/shared/result";
import type { WrittenAssignment, WrittenPlan } from "./assignment-actions";

export type AssignmentField = SetupField | "title" | "instructions" | "goal" | "opensAt" | "dueAt" | "closesAt" | "chosen";

/** `goal` in per cent. */
export const goalRange = { least: 50, most: 95 } as const;

const textOf = (data: FormData, name: string) => String(data.get(name) ?? "").trim();

const goalOf = (data: FormData) => (textOf(data, "goal") === "" ? NaN : Number(textOf(data, "goal")));
const isGoal = (goal: number) => Number.isInteger(goal) && goal >= goalRange.least && goal <= goalRange.most;

function studyOf(data: FormData): Result<WrittenPlan, AssignmentField[]> {
  const [scope, goal] = [scopeOf(data), goalOf(data)];
  const faults: AssignmentField[] = [];
  if (scope.kind === "topics" && scope.topics.length === 0) faults.push("topics");
  if (!isGoal(goal)) faults.push("goal");
  return faults.length > 0 ? err(faults) : ok({ kind: "study", scope, goal: goal / 100 });
}

function quizOf(data: FormData, limits: SetupLimits): Result<WrittenPlan, AssignmentField[]> {
  const setup = readSetupForm(data, limits);
  if (!setup.ok) return setup;
  const attempts = textOf(data, "attempts");
  return ok({
    kind: "quiz",
    setup: setup.value,
    attempts: attempts === "any" ? null : Number(attempts),
    counted: textOf(data, "counted") as AssignedQuiz["counted"],
    isShuffled: textOf(data, "order") === "shuffled",
    shows: textOf(data, "shows") as AssignedQuiz["shows"],
  });
}

/** What the form says, or the fields that have to be mended; what only the server can know is left to it. */
export function readAssignmentForm(data: FormData, limits: SetupLimits, timeZone: string): Result<WrittenAssignment, AssignmentField[]> {
  const plan = textOf(data, "kind") === "study" ? studyOf(data) : quizOf(data, limits);
  const title = textOf(data, "title");
  if (title === "" || !plan.ok) return err([...(title === "" ? (["title"] as const) : []), ...(plan.ok ? [] : plan.error)]);
  return ok({
    title,
    instructions: textOf(data, "instructions"),
    plan: plan.value,
    timeZone,
    opensAt: textOf(data, "opensAt"),
    dueAt: textOf(data, "dueAt"),
    closesAt: textOf(data, "closesAt"),
    isForAll: textOf(data, "forWhom") !== "chosen",
    chosen: textOf(data, "forWhom") === "chosen" ? data.getAll("chosen").map(String) : [],
  });
}

/** Times that are begun and not whole: the browser hands them over as empty. */
export const unreadTimes = (form: HTMLFormElement): AssignmentField[] =>
  [...form.querySelectorAll<HTMLInputElement>("input[type=datetime-local]")].filter(({ validity }) => validity.badInput).map(({ name }) => name as AssignmentField);
