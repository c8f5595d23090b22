import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SetUpQuiz } from "../_components/set-up-quiz";
import { quizTitles } from "../_components/quiz-titles";
import { RecentList } from "@/components/quiz-setup/recent-list";
import { UnfinishedList } from "@/components/quiz-setup/unfinished-list";
import { currentUser } from "@/lib/auth/current-user";
import { databaseClock } from "@/lib/data/database-clock";
import { quizHome } from "@/lib/data/quiz-home";
import { getSettings } from "@/lib/data/settings";
import { quizSetupOf } from "@/lib/quiz/address";

type QuizPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quizSetup");
  return { title: t("title") };
}

export default async function QuizPage({ searchParams }: QuizPageProps) {
  const [user, query, t, titleOf] = await Promise.all([currentUser(), searchParams, getTranslations("quizSetup"), quizTitles()]);
  const [{ unfinished, recent, choices, extraTime }, settings] = await Promise.all([quizHome(user, databaseClock), user && getSettings(user)]);
  const named = <T extends (typeof unfinished | typeof recent)[number]>(quiz: T) => ({ ...quiz, title: titleOf(quiz.title) });
  return (
    <div className="mx-auto flex max-w-column flex-col gap-8">
      <div className="flex flex-col gap-2">
        <h1 className="text-28 sm:text-36">{t("title")}</h1>
        <p className="text-muted">{t("lead")}</p>
      </div>
      {unfinished.length > 0 && <UnfinishedList quizzes={unfinished.map(named)} />}
      <SetUpQuiz setup={quizSetupOf(query)} choices={choices} extraTime={extraTime} isSignedIn={user !== null} />
      {recent.length > 0 && <RecentList quizzes={recent.map(named)} timeZone={settings?.timeZone ?? "UTC"} />}
    </div>
  );
}
