import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { changeMemberTimeAction, renewPasswordAction } from "./accounts/actions";
import { appointTeacherAction, changeJoinCodeAction, closeJoinCodeAction, dismissTeacherAction, handOverClassAction, removeMemberAction, renameMemberAction, restoreMemberAction } from "@/app/classes/actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { orNotFound } from "@/app/_components/or-not-found";
import { siteOrigin } from "@/app/_components/site-origin";
import { ClassFormer } from "@/components/classroom/class-former";
import { ClassJoinPanel } from "@/components/classroom/class-join-panel";
import { ClassMembers } from "@/components/classroom/class-members";
import { currentUser } from "@/lib/auth/current-user";
import { listAccommodations } from "@/lib/data/class-accommodations";
import { classHead } from "@/lib/data/class-list";
import { listMembers } from "@/lib/data/class-members";
import { getSettings } from "@/lib/data/settings";
import { noExtraTime } from "@/lib/quiz/extra-time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classes.people");
  return { title: t("title") };
}

const memberActions = { rename: renameMemberAction, remove: removeMemberAction, restore: restoreMemberAction, appoint: appointTeacherAction, dismiss: dismissTeacherAction, handOver: handOverClassAction, renew: renewPasswordAction, changeTime: changeMemberTimeAction };

export default async function PeoplePage({ params }: { params: Promise<{ classId: string }> }) {
  const [user, t, accounts, site, { classId }] = await Promise.all([currentUser(), getTranslations("classes.people"), getTranslations("classAccounts"), getTranslations("site"), params]);
  if (!user) redirect("/classes");
  const { members, former } = await orNotFound(listMembers(user, classId));
  const [head, times, { timeZone }, origin] = await Promise.all([classHead(user, classId), listAccommodations(user, classId), getSettings(user), siteOrigin()]);
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone });
  const pageOf = (userId: string, role: string) => (role === "pupil" ? `/classes/${head.id}/people/${userId}` : null);
  const closeLabel = site("close");
  return (
    <div className="flex flex-col gap-8">
      <h1 className="text-28">{t("title")}</h1>
      <ClientMessages names={["classes", "classAccounts"]}>
        {!head.isArchived && <ClassJoinPanel classId={head.id} name={head.name} joinCode={head.joinCode} origin={origin} closeLabel={closeLabel} changeCode={changeJoinCodeAction} closeCode={closeJoinCodeAction} />}
        {!head.isArchived && (
          <p className="max-w-measure print:hidden">
            <Link href={`/classes/${head.id}/people/accounts`} className="link">
              {accounts("link")}
            </Link>{" "}
            <span className="text-muted">{accounts("linkLead")}</span>
          </p>
        )}
        {head.pupils === 0 && <p>{t("empty")}</p>}
        <ClassMembers
          classId={head.id}
          members={members.map(({ joinedAt, ...member }) => ({ ...member, joined: day.format(joinedAt), time: times.get(member.userId) ?? noExtraTime, pageHref: pageOf(member.userId, member.role) }))}
          mayAppoint={head.role === "teacher"}
          actions={head.isArchived ? null : memberActions}
          closeLabel={closeLabel}
        />
        {former.length > 0 && (
          <ClassFormer classId={head.id} former={former.map(({ userId, name, userName, removedAt }) => ({ userId, name, userName, until: day.format(removedAt) }))} restore={head.isArchived ? null : restoreMemberAction} />
        )}
      </ClientMessages>
    </div>
  );
}
