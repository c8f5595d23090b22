import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { ClassLine } from "../../_components/class-line";
import { quizTitles } from "../../_components/quiz-titles";
import { ClientMessages } from "@/app/_components/client-messages";
import { orNotFound } from "@/app/_components/or-not-found";
import { LateAnswers } from "@/components/quiz/late-answers";
import { ResultsActions } from "@/components/quiz-results/results-actions";
import { ResultsEarlier } from "@/components/quiz-results/results-earlier";
import { ResultsHead } from "@/components/quiz-results/results-head";
import { ResultsQuestions } from "@/components/quiz-results/results-questions";
import { ResultsWithheld } from "@/components/quiz-results/results-withheld";
import { shownParts } from "@/components/quiz-results/shown-part";
import { currentUser } from "@/lib/auth/current-user";
import { workOfAttempt } from "@/lib/data/assignment-attempt";
import { databaseClock } from "@/lib/data/database-clock";
import { quizResults } from "@/lib/data/quiz-results";
import { getSettings } from "@/lib/data/settings";

type ResultsPageProps = { params: Promise<{ attemptId: string }>; searchParams: Promise<{ show?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quizResults");
  return { title: t("title") };
}

export default async function ResultsPage({ params, searchParams }: ResultsPageProps) {
  const [user, { attemptId }, { show }] = await Promise.all([currentUser(), params, searchParams]);
  if (!user) redirect("/quiz");
  const [results, titleOf, { timeZone }, work] = await Promise.all([orNotFound(quizResults(user, attemptId, databaseClock)), quizTitles(), getSettings(user), workOfAttempt(user, attemptId)]);
  if ("running" in results) redirect(`/quiz/${attemptId}`);
  if ("withheld" in results) {
    return (
      <article className="mx-auto flex max-w-column flex-col gap-10">
        {work && <ClassLine work={work} />}
        <ResultsWithheld results={results} about={titleOf(results.title)} timeZone={timeZone} />
      </article>
    );
  }
  return (
    <article className="mx-auto flex max-w-column flex-col gap-10">
      <ClientMessages names={["quiz"]}>
        <LateAnswers attemptId={attemptId} />
      </ClientMessages>
      {work && <ClassLine work={work} />}
      <ResultsHead results={results} about={titleOf(results.title)} timeZone={timeZone} />
      <ResultsActions results={results} />
      {results.earlier.length > 0 && <ResultsEarlier results={results} timeZone={timeZone} />}
      <ResultsQuestions results={results} part={shownParts.find((part) => part === show) ?? "all"} />
    </article>
  );
}
