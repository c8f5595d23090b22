import { getTranslations } from "next-intl/server";
import { answerSampleAction, anotherSampleAction } from "./actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { DueWork } from "@/app/_components/due-work";
import { HomeExams } from "./_components/home-exams";
import { HomeNotice } from "./_components/home-notice";
import { HomeWelcome } from "./_components/home-welcome";
import { SampleCard } from "@/components/study/sample-card";
import { currentUser } from "@/lib/auth/current-user";
import { upcomingExams } from "@/lib/data/exam-plans";
import { homeSummary } from "@/lib/data/home";
import { recallSummary } from "@/lib/data/recall-summary";
import { sampleQuestion } from "@/lib/data/sample-question";

export default async function HomePage({ searchParams }: { searchParams: Promise<{ notice?: string | string[] }> }) {
  const [user, t, { notice }] = await Promise.all([currentUser(), getTranslations("home"), searchParams]);
  const now = new Date();
  const [summary, recall, exams, sample] = await Promise.all([user ? homeSummary(user, now) : null, user ? recallSummary(user, now) : null, user ? upcomingExams(user, now) : [], sampleQuestion()]);
  return (
    <div className="mx-auto flex max-w-column flex-col gap-12 sm:gap-16">
      <HomeWelcome summary={summary} recall={recall} hasExams={exams.length > 0} isGuest={user?.isGuest ?? true} />
      <HomeExams exams={exams} />
      {user && <DueWork viewer={user} className="flex flex-col gap-3 border-t border-line pt-8" />}
      <section aria-labelledby="sample" className="flex flex-col gap-4 border-t border-line pt-8">
        <h2 id="sample" className="text-14 font-medium tracking-normal text-muted">
          {t("sample.title")}
        </h2>
        <ClientMessages names={["home", "study", "grading"]}>
          <SampleCard first={sample} answer={answerSampleAction} another={anotherSampleAction} />
        </ClientMessages>
      </section>
      <section aria-labelledby="about" className="flex flex-col gap-4 border-t border-line pt-8">
        <h2 id="about" className="text-14 font-medium tracking-normal text-muted">
          {t("about.title")}
        </h2>
        <ul className="flex flex-col gap-3 text-18">
          <li>{t("about.memory")}</li>
          <li>{t("about.wrong")}</li>
          <li>{t("about.source")}</li>
        </ul>
      </section>
      <HomeNotice notice={notice} />
    </div>
  );
}
