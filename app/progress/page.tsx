import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { chosenFilter, type ProgressQuery } from "./_components/chosen-filter";
import { ProgressBands } from "./_components/progress-bands";
import { ProgressBegin } from "./_components/progress-begin";
import { ProgressContents } from "./_components/progress-contents";
import { ProgressReturn } from "./_components/progress-return";
import { orNotFound } from "@/app/_components/or-not-found";
import { ProgressFilter } from "@/components/progress/progress-filter";
import { currentUser } from "@/lib/auth/current-user";
import { progressReport } from "@/lib/data/progress";

type ProgressPageProps = { searchParams: Promise<ProgressQuery> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("progress");
  return { title: t("title") };
}

export default async function ProgressPage({ searchParams }: ProgressPageProps) {
  const [user, t, query] = await Promise.all([currentUser(), getTranslations("progress"), searchParams]);
  const report = user && (await orNotFound(progressReport(user, chosenFilter(query), new Date())));
  return (
    <div className="flex flex-col gap-10">
      <header className="flex flex-col gap-2">
        <h1 className="text-28 sm:text-36">{t("title")}</h1>
        <p className="text-muted">{t("lead")}</p>
        {report && <ProgressFilter choices={report.choices} chosen={report.filter} />}
        {report && report.answers > 0 && <ProgressContents />}
      </header>
      {report && report.answers > 0 ? (
        <>
          <ProgressReturn daysAway={report.daysAway} />
          <ProgressBands report={report} />
        </>
      ) : (
        <ProgressBegin isSignedIn={user !== null} />
      )}
    </div>
  );
}
