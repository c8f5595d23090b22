import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { orNotFound } from "@/app/_components/or-not-found";
import { PupilAnswer } from "@/components/classroom/pupil-answer";
import { PupilFigures } from "@/components/classroom/pupil-figures";
import { currentUser } from "@/lib/auth/current-user";
import { pupilAttempt } from "@/lib/data/pupil-answers";

type PupilAttemptPageProps = { params: Promise<{ classId: string; userId: string; attemptId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("analysis.pupil");
  return { title: t("work") };
}

export default async function PupilAttemptPage({ params }: PupilAttemptPageProps) {
  const [user, t, { classId, userId, attemptId }] = await Promise.all([currentUser(), getTranslations("analysis.pupil"), params]);
  if (!user) redirect("/classes");
  const { name, timeZone, attempt, faces } = await orNotFound(pupilAttempt(user, classId, userId, attemptId));
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <Link href={`/classes/${classId}/people/${userId}` as Route} prefetch={false} className="link inline-flex min-h-11 items-center self-start wrap-anywhere">
          {t("back", { name })}
        </Link>
        <h1 className="text-28 wrap-anywhere">{t("attemptTitle", { title: attempt.title, number: attempt.number })}</h1>
        <PupilFigures attempt={attempt} timeZone={timeZone} />
      </div>
      <ol className="flex flex-col border-t border-line">
        {attempt.answers.map((answer, i) => <li key={answer.number} className="border-b border-line py-6"><PupilAnswer answer={answer} face={faces[i]!} /></li>)}
      </ol>
    </div>
  );
}
