import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { orNotFound } from "@/app/_components/or-not-found";
import { StatusShapes } from "@/components/classroom/gradebook-marks";
import { PupilWork } from "@/components/classroom/pupil-work";
import { buttonStyle } from "@/components/ui/button-style";
import { currentUser } from "@/lib/auth/current-user";
import { percentOf } from "@/lib/classroom/gradebook";
import { pupilPage } from "@/lib/data/pupil-page";

type PupilPageProps = { params: Promise<{ classId: string; userId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("analysis.pupil");
  return { title: t("work") };
}

export default async function PupilPage({ params }: PupilPageProps) {
  const [user, t, { classId, userId }] = await Promise.all([currentUser(), getTranslations("analysis.pupil"), params]);
  if (!user) redirect("/classes");
  const { name, joinedAt, leftAt, timeZone, average, work } = await orNotFound(pupilPage(user, classId, userId, new Date()));
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone });
  const pageHref = `/classes/${classId}/people/${userId}`;
  return (
    <div className="flex flex-col gap-8">
      <StatusShapes />
      <div className="flex flex-col gap-3">
        <h1 className="text-28 wrap-anywhere">{name}</h1>
        <p>
          {leftAt ? t("former", { day: day.format(leftAt) }) : t("joined", { day: day.format(joinedAt) })} {average === null ? t("noAverage") : t("average", { percent: percentOf(average) })}
        </p>
        <p className="max-w-measure text-14 text-muted">{t("lead")}</p>
      </div>
      <section aria-labelledby="work" className="flex flex-col gap-3">
        <h2 id="work" className="text-22">{t("work")}</h2>
        {work.length === 0 && <p>{t("noWork")}</p>}
        <ol className="flex flex-col border-t border-line empty:hidden">
          {work.map((each) => <li key={each.id} className="border-b border-line py-4"><PupilWork work={each} timeZone={timeZone} pageHref={pageHref} /></li>)}
        </ol>
      </section>
      {work.length > 0 && <a href={`${pageHref}/answers.csv`} download className={buttonStyle("secondary", "self-start print:hidden")}>{t("export")}</a>}
    </div>
  );
}
