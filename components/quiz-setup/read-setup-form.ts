import type { QuizScope, QuizSetup, QuizTimer } from "@/lib/quiz/quiz-setup";
import { err, ok, type Result } from "@/lib/shared/result";

export type SetupField = "topics" | "otherCount" | "minutes" | "seconds" | "forms";

type Range = { least: number; most: number };

/** `paper` and `question` in seconds. */
export type SetupLimits = { count: Range; paper: Range; question: Range; forms: number };

const isWithin = (value: number, { least, most }: Range) => Number.isInteger(value) && value >= least && value <= most;

const textOf = (data: FormData, name: string) => String(data.get(name) ?? "").trim();
const numberOf = (data: FormData, name: string) => (textOf(data, name) === "" ? NaN : Number(textOf(data, name)));

/** What the form says it is about. */
export function scopeOf(data: FormData): QuizScope {
  const [kind, id = ""] = textOf(data, "what").split(":");
  if (kind === "set" || kind === "entity") return { kind, id };
  if (kind === "topics") return { kind, topics: data.getAll("topics").map(String) };
  return { kind: kind === "mistakes" ? "mistakes" : "all" };
}

function timerOf(data: FormData): QuizTimer {
  const kind = textOf(data, "timer");
  if (kind === "paper") return { kind, seconds: Math.round(60 * numberOf(data, "minutes")) };
  return kind === "question" ? { kind, seconds: numberOf(data, "seconds") } : { kind: "none" };
}

const faultsOf = ({ scope, count, timer, forms }: QuizSetup, limits: SetupLimits): SetupField[] => [
  ...(scope.kind === "topics" && scope.topics.length === 0 ? (["topics"] as const) : []),
  ...(isWithin(count, limits.count) ? [] : (["otherCount"] as const)),
  ...(timer.kind === "paper" && !isWithin(timer.seconds, limits.paper) ? (["minutes"] as const) : []),
  ...(timer.kind === "question" && !isWithin(timer.seconds, limits.question) ? (["seconds"] as const) : []),
  ...(forms?.length === 0 ? (["forms"] as const) : []),
];

/** What the form asks for, or the fields that have to be mended, in their order. */
export function readSetupForm(data: FormData, limits: SetupLimits): Result<QuizSetup, SetupField[]> {
  const forms = data.getAll("forms") as NonNullable<QuizSetup["forms"]>;
  const setup: QuizSetup = {
    scope: scopeOf(data),
    count: numberOf(data, textOf(data, "count") === "other" ? "otherCount" : "count"),
    difficulty: textOf(data, "difficulty") as QuizSetup["difficulty"],
    forms: forms.length === limits.forms ? null : forms,
    timer: timerOf(data),
    layout: textOf(data, "layout") as QuizSetup["layout"],
    isLockIn: textOf(data, "change") === "locked",
    marking: textOf(data, "marking") as QuizSetup["marking"],
  };
  const faults = faultsOf(setup, limits);
  return faults.length > 0 ? err(faults) : ok(setup);
}
