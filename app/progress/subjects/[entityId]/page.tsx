import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { orNotFound } from "@/app/_components/or-not-found";
import { StartStudy } from "@/app/_components/start-study";
import { KnownFacts } from "@/components/progress/known-facts";
import { SubjectLinks } from "@/components/progress/subject-links";
import { LinkButton } from "@/components/ui/link-button";
import { currentUser } from "@/lib/auth/current-user";
import { findEntity } from "@/lib/data/explore";
import { subjectMastery } from "@/lib/data/subject-mastery";
import { studyAddress } from "@/lib/questions/study-request";

type SubjectPageProps = { params: Promise<{ entityId: string }> };

export async function generateMetadata({ params }: SubjectPageProps): Promise<Metadata> {
  const [t, { name }] = await Promise.all([getTranslations("progressNow.subject"), orNotFound(findEntity((await params).entityId))]);
  return { title: t("title", { name }) };
}

export default async function SubjectPage({ params }: SubjectPageProps) {
  const [user, t, { entityId }] = await Promise.all([currentUser(), getTranslations("progressNow"), params]);
  const subject = user && (await orNotFound(subjectMastery(user, entityId, new Date())));
  if (!subject) {
    return (
      <div className="flex flex-col items-start gap-5">
        <h1 className="text-28 sm:text-36">{t("subject.begin")}</h1>
        <StartStudy />
      </div>
    );
  }
  const { id, name, facts, begun, recalled, low, high, due, known, neighbours } = subject;
  const figures = { recalled: Math.round(recalled), facts, low, high };
  return (
    <article className="flex flex-col gap-10">
      <header className="flex flex-col gap-2">
        <p className="text-14">
          <Link href="/progress" className="link">
            {t("subject.back")}
          </Link>
        </p>
        <h1 className="text-28 sm:text-36">{t("subject.title", { name })}</h1>
        <p className="max-w-measure text-18">{facts === 0 ? t("subject.nothing") : low < high ? t("answer", figures) : t("sure", figures)}</p>
        {facts > 0 && <p className="text-muted">{t("subject.counts", { begun, due })}</p>}
        <p className="flex flex-wrap items-center gap-x-5 gap-y-2 pt-2">
          {facts > 0 && (
            <LinkButton look="primary" href={studyAddress({ scope: { kind: "entity", id }, mode: "mix", length: null })} rel="nofollow" prefetch={false}>
              {t("subject.study", { facts })}
            </LinkButton>
          )}
          <Link href={`/explore/${id}`} prefetch={false} className="link inline-flex min-h-11 items-center">
            {t("subject.explore")}
          </Link>
        </p>
      </header>
      {known.length > 0 && <KnownFacts facts={known} />}
      {neighbours.length > 0 && <SubjectLinks subjects={neighbours} />}
    </article>
  );
}
