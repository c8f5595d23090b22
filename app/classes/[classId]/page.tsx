import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ClassWork } from "./_components/class-work";
import { archiveClassAction, deleteClassAction, leaveClassAction, renameClassAction, restoreClassAction } from "../actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { orNotFound } from "@/app/_components/or-not-found";
import { ClassLeave } from "@/components/classroom/class-leave";
import { ClassSettings } from "@/components/classroom/class-settings";
import { currentUser } from "@/lib/auth/current-user";
import { classHead } from "@/lib/data/class-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classes.nav");
  return { title: t("work") };
}

export default async function ClassOverviewPage({ params }: { params: Promise<{ classId: string }> }) {
  const [user, t, site, { classId }] = await Promise.all([currentUser(), getTranslations("classes"), getTranslations("site"), params]);
  if (!user) redirect("/classes");
  const { role, ...head } = await orNotFound(classHead(user, classId));
  return (
    <div className="flex flex-col gap-10">
      <div className="flex flex-col gap-4">
        <h1 className="text-28">{t("nav.work")}</h1>
        {head.pupils === 0 && (
          <p>
            {t("people.empty")}{" "}
            <Link href={`/classes/${head.id}/people`} className="link">
              {t("join.title")}
            </Link>
          </p>
        )}
      </div>
      <ClassWork classId={head.id} viewer={user} isArchived={head.isArchived} />
      <ClientMessages names={["classes"]}>
        {role !== "pupil" && <ClassSettings head={{ ...head, role }} closeLabel={site("close")} rename={renameClassAction} archive={archiveClassAction} restore={restoreClassAction} remove={deleteClassAction} />}
        {role !== "teacher" && <ClassLeave classId={head.id} closeLabel={site("close")} leave={leaveClassAction} />}
      </ClientMessages>
    </div>
  );
}
