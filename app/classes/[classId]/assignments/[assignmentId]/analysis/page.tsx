import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { foreseeRegradeAction, regradeAction } from "../../actions";
import { reportInBackground } from "./report-in-background";
import { ClientMessages } from "@/app/_components/client-messages";
import { orNotFound } from "@/app/_components/or-not-found";
import { AnalysisChoices } from "@/components/classroom/analysis-choices";
import { AnalysisGroups } from "@/components/classroom/analysis-groups";
import { AnalysisPaper } from "@/components/classroom/analysis-paper";
import { AnalysisQuestion } from "@/components/classroom/analysis-question";
import { readAnalysisView } from "@/components/classroom/analysis-view";
import { pressing } from "@/components/classroom/analysis-words";
import { currentUser } from "@/lib/auth/current-user";
import { itemAnalysis } from "@/lib/data/item-analysis";

type AnalysisPageProps = { params: Promise<{ classId: string; assignmentId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("analysis");
  return { title: t("title") };
}

export default async function AnalysisPage({ params, searchParams }: AnalysisPageProps) {
  const [user, t, { classId, assignmentId }, query] = await Promise.all([currentUser(), getTranslations("analysis"), params, searchParams]);
  if (!user) redirect("/classes");
  const view = readAnalysisView(query);
  const analysis = await orNotFound(itemAnalysis(user, assignmentId, { choice: view.attempts, revision: view.paper }));
  const { title, revision, papers, test, questions, isByCertainty, isArchived, facts, templates, distractors } = analysis;
  if (analysis.classId !== classId) notFound();
  if (revision !== null) reportInBackground(user, assignmentId, revision);
  const shown = view.order === "paper" ? questions : questions.toSorted((a, b) => pressing(a.verdicts) - pressing(b.verdicts));
  const numbers = new Map(questions.map(({ number, statistics }) => [statistics.itemId, number]));
  const regrading = revision === null || isArchived ? null : { assignmentId, revision, actions: { foresee: foreseeRegradeAction, regrade: regradeAction } };
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-3">
        <Link href={`/classes/${classId}/assignments/${assignmentId}`} prefetch={false} className="link inline-flex min-h-11 items-center self-start wrap-anywhere">
          {t("back", { title })}
        </Link>
        <h1 className="text-28">{t("title")}</h1>
        {revision === null ? <p>{t("nobody")}</p> : <AnalysisPaper test={test} isByCertainty={isByCertainty} />}
      </div>
      {revision !== null && (
        <>
          <AnalysisChoices view={view} revision={revision} papers={papers} />
          <section aria-labelledby="questions" className="flex flex-col gap-3">
            <h2 id="questions" className="text-22">{t("questions")}</h2>
            <p className="max-w-measure text-14 text-muted">{t("questionsKey")}</p>
            <ClientMessages names={["analysis"]}>
              <ol className="flex flex-col border-t border-line">
                {shown.map((question) => <li key={question.number} className="border-b border-line"><AnalysisQuestion question={question} regrading={regrading} /></li>)}
              </ol>
            </ClientMessages>
          </section>
          <AnalysisGroups facts={facts} templates={templates} distractors={distractors} numberOf={(itemId) => numbers.get(itemId)!} />
          <p className="max-w-measure text-14 text-muted">{t("reported")}</p>
        </>
      )}
    </div>
  );
}
