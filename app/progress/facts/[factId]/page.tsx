import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { orNotFound } from "@/app/_components/or-not-found";
import { FactHistoryAnswers } from "@/components/progress/fact-history-answers";
import { FactHistoryCurve } from "@/components/progress/fact-history-curve";
import { FactHistoryHead } from "@/components/progress/fact-history-head";
import { FactHistoryStanding } from "@/components/progress/fact-history-standing";
import { currentUser } from "@/lib/auth/current-user";
import { factHistory } from "@/lib/data/fact-history";

type FactHistoryPageProps = { params: Promise<{ factId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("factHistory");
  return { title: t("title") };
}

export default async function FactHistoryPage({ params }: FactHistoryPageProps) {
  const [user, { factId }] = await Promise.all([currentUser(), params]);
  if (!user) redirect("/progress");
  const history = await orNotFound(factHistory(user, factId, new Date()));
  return (
    <article className="mx-auto flex max-w-column flex-col gap-10">
      <FactHistoryHead history={history} />
      <FactHistoryStanding history={history} />
      {history.curve.answers.length > 0 && <FactHistoryCurve history={history} />}
      {history.count > 0 && <FactHistoryAnswers answers={history.answers} count={history.count} />}
    </article>
  );
}
