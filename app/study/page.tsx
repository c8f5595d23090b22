import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { ClientMessages } from "@/app/_components/client-messages";
import { StartStudy } from "@/app/_components/start-study";
import { StudySession } from "@/components/study/study-session";
import { currentUser } from "@/lib/auth/current-user";
import { openCards } from "@/lib/data/study";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("study");
  return { title: t("title") };
}

const shownFirst = 3;

export default async function StudyPage() {
  const [user, t, site] = await Promise.all([currentUser(), getTranslations("study.start"), getTranslations("site")]);
  if (!user) {
    return (
      <div className="mx-auto flex max-w-column flex-col items-start gap-5">
        <h1 className="text-28">{t("title")}</h1>
        <p>{t("lead")}</p>
        <StartStudy />
        <Link href="/sign-in" className="link">
          {site("signIn")}
        </Link>
      </div>
    );
  }
  const { cards, remaining } = await openCards(user, { count: shownFirst, holding: [], now: new Date() });
  return (
    <div className="mx-auto max-w-column">
      <ClientMessages names={["study", "grading", "reports"]}>
        <StudySession cards={cards} left={remaining.due + remaining.new} isGuest={user.isGuest} closeLabel={site("close")} />
      </ClientMessages>
    </div>
  );
}
