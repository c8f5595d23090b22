import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { CopySet } from "../_components/copy-set";
import { SetContents } from "../_components/set-contents";
import { SetExam } from "../_components/set-exam";
import { SetKeeping } from "../_components/set-keeping";
import { SetReports } from "../_components/set-reports";
import { orNotFound } from "@/app/_components/or-not-found";
import { SetCounts } from "@/components/sets/set-list";
import { LinkButton } from "@/components/ui/link-button";
import { currentUser } from "@/lib/auth/current-user";
import { examOutlook } from "@/lib/data/exam-plans";
import { listSetReports } from "@/lib/data/reports";
import { classesForSet } from "@/lib/data/set-class";
import { setDetails } from "@/lib/data/set-details";
import { findSet } from "@/lib/data/sets";
import { getSettings } from "@/lib/data/settings";
import { formatScope, studyAddress } from "@/lib/questions/study-request";
import { quizAddress } from "@/lib/quiz/address";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sets");
  return { title: t("title") };
}

export default async function SetPage({ params }: { params: Promise<{ setId: string }> }) {
  const [user, t, { setId }] = await Promise.all([currentUser(), getTranslations("sets"), params]);
  if (!user) redirect("/sets");
  const now = new Date();
  const [set, { contents, keeping }] = await orNotFound(Promise.all([findSet(user, setId, now), setDetails(user, setId)]));
  const [outlook, reports, { timeZone }, classes] = await Promise.all([
    examOutlook(user, set.id, now),
    keeping?.hasOwnFacts ? listSetReports(user, set.id) : [],
    getSettings(user),
    keeping ? classesForSet(user, set.id) : [],
  ]);
  const scope = { kind: "set", id: set.id } as const;
  const hasTarget = outlook?.kind === "reachable" && outlook.today.cards > 0;
  return (
    <div className="mx-auto flex max-w-column flex-col gap-10">
      <header className="flex flex-col gap-2">
        <h1 className="text-28 wrap-anywhere sm:text-36">{set.name}</h1>
        <SetCounts counts={set} />
        {set.facts === 0 && <p>{t("page.empty")}</p>}
        <div className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
          {set.facts > 0 && (
            <>
              <LinkButton href={studyAddress({ scope, mode: "mix", length: null })} prefetch={false} look={hasTarget ? "secondary" : "primary"} className="min-h-13">
                {t("page.study")}
              </LinkButton>
              <Link href={{ pathname: "/study/choose", query: { what: formatScope(scope) } }} className="link inline-flex min-h-13 items-center">
                {t("page.choose")}
              </Link>
              <Link href={quizAddress({ scope })} prefetch={false} className="link inline-flex min-h-13 items-center">
                {t("page.quiz")}
              </Link>
            </>
          )}
        </div>
      </header>
      <SetExam set={set} outlook={outlook} now={now} />
      <SetReports setId={set.id} reports={reports} timeZone={timeZone} />
      <SetContents contents={contents} />
      {keeping ? (
        <SetKeeping set={{ id: set.id, name: set.name }} keeping={keeping} classes={classes} />
      ) : (
        <div className="flex flex-col items-start gap-2 border-t border-line pt-6">
          <p className="max-w-measure text-muted">{t(contents.cards.count + contents.tables.length > 0 ? "copy.lentOwn" : "copy.lent")}</p>
          <CopySet set={{ id: set.id, name: set.name }} />
        </div>
      )}
    </div>
  );
}
