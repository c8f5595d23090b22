import { getTranslations } from "next-intl/server";
import { quizTitles } from "@/app/quiz/_components/quiz-titles";
import type { QuizTitle } from "@/lib/data/quiz-title";
import type { AssignedQuiz, AnswerPolicy } from "@/lib/quiz/assigned-quiz";
import type { QuizTimer } from "@/lib/quiz/quiz-setup";

/** A line of what an assignment asks for. */
export type Term = { name: string; words: string };

type Dates = Record<"opensAt" | "dueAt" | "closesAt", Date | null> & { timeZone: string };

const dates = ["opensAt", "dueAt", "closesAt"] as const;

async function timesOf({ timeZone, ...instants }: Dates): Promise<Term[]> {
  const t = await getTranslations("assignments.terms");
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short", timeZone });
  return dates.flatMap((date) => {
    const instant = instants[date];
    return instant ? [{ name: t(date), words: format.format(instant) }] : [];
  });
}

export type QuizTerms = { questions: number; timer: QuizTimer; attempts: number | null; counted: AssignedQuiz["counted"]; shows: AnswerPolicy; closesAt: Date | null };

async function quizTerms({ questions, timer, attempts, counted, shows, closesAt }: QuizTerms): Promise<Term[]> {
  const t = await getTranslations("assignments.terms");
  const time = timer.kind === "none" ? t("time.none") : timer.kind === "paper" ? t("time.paper", { minutes: timer.seconds / 60 }) : t("time.question", { seconds: timer.seconds });
  const showing = shows === "when-closed" && closesAt === null ? "never" : shows;
  return [
    { name: t("questions"), words: String(questions) },
    { name: t("time.label"), words: time },
    { name: t("attempts.label"), words: attempts === null ? t("attempts.any", { counted }) : t("attempts.some", { attempts, counted }) },
    { name: t("shows.label"), words: t(`shows.${showing}`) },
  ];
}

type Work = { about: QuizTitle; plan: ({ kind: "quiz" } & QuizTerms) | { kind: "study"; goal: number } };

/** What an assignment asks for, line by line, with its times on the viewer's own clock. */
export async function assignmentTerms({ about, plan }: Work, times: Dates): Promise<Term[]> {
  const [t, titleOf] = await Promise.all([getTranslations("assignments.terms"), quizTitles()]);
  const asked = plan.kind === "quiz" ? await quizTerms(plan) : [{ name: t("goal.label"), words: t("goal.share", { goal: Math.round(100 * plan.goal) }) }];
  return [{ name: t("about"), words: titleOf(about) }, ...asked, ...(await timesOf(times)), { name: t("zone"), words: times.timeZone.replaceAll("_", " ") }];
}
