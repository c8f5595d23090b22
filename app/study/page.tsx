import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ClientMessages } from "@/app/_components/client-messages";
import { orNotFound } from "@/app/_components/or-not-found";
import { StartStudy } from "@/app/_components/start-study";
import { trainInBackground } from "@/app/_components/train-in-background";
import { StudySession } from "@/components/study/study-session";
import { currentUser } from "@/lib/auth/current-user";
import { latestAnswerToday } from "@/lib/data/latest-answer";
import { getSettings } from "@/lib/data/settings";
import { openCards } from "@/lib/data/study";
import { formatScope, studyAddress } from "@/lib/questions/study-request";
import { saveShortcutsAction } from "./actions";
import { readRequest, type StudyQuery } from "./read-request";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("study");
  return { title: t("title") };
}

const shownFirst = 3;

export default async function StudyPage({ searchParams }: { searchParams: Promise<StudyQuery> }) {
  const [user, query, t, site] = await Promise.all([currentUser(), searchParams, getTranslations("study"), getTranslations("site")]);
  const read = readRequest(query);
  if (!read) notFound();
  if (!user) {
    return (
      <div className="mx-auto flex max-w-column flex-col items-start gap-5">
        <h1 className="text-28">{t("start.title")}</h1>
        <p>{t("start.lead")}</p>
        <StartStudy to={studyAddress(read.request)} />
        <Link href="/sign-in" className="link">
          {site("signIn")}
        </Link>
      </div>
    );
  }
  trainInBackground(user);
  const { request, isAsAsked } = read;
  const { scope, mode, length } = request;
  const now = new Date();
  const wanted = { count: shownFirst, holding: [], scope, mode, now };
  const [{ cards, remaining }, { hasShortcuts }, lastAnswer] = await Promise.all([orNotFound(openCards(user, wanted)), getSettings(user), latestAnswerToday(user, now)]);
  return (
    <div className="mx-auto flex max-w-column flex-col gap-4">
      {!isAsAsked && <p className="text-14 text-muted">{t("notAsAsked")}</p>}
      <ClientMessages names={["study", "card", "grading", "reports"]}>
        <StudySession
          key={studyAddress(request)}
          learner={user.userId}
          cards={cards}
          left={remaining.due + remaining.new}
          length={length}
          asked={{ what: formatScope(scope), how: mode }}
          lastAnswer={lastAnswer}
          isGuest={user.isGuest}
          closeLabel={site("close")}
          hasShortcuts={hasShortcuts}
          saveShortcuts={saveShortcutsAction}
        />
      </ClientMessages>
    </div>
  );
}
