import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { makeAccountsAction, proposeAccountsAction } from "./actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { orNotFound } from "@/app/_components/or-not-found";
import { siteOrigin } from "@/app/_components/site-origin";
import { ClassAccounts } from "@/components/classroom/class-accounts";
import { ClassQr } from "@/components/classroom/class-qr";
import { currentUser } from "@/lib/auth/current-user";
import { classHead } from "@/lib/data/class-list";
import { listMembers } from "@/lib/data/class-members";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classAccounts");
  return { title: t("title") };
}

export default async function AccountsPage({ params }: { params: Promise<{ classId: string }> }) {
  const [user, t, { classId }] = await Promise.all([currentUser(), getTranslations("classAccounts"), params]);
  if (!user) redirect("/classes");
  // Whoever may not see who is in the class may not make accounts either.
  await orNotFound(listMembers(user, classId));
  const [head, origin] = await Promise.all([classHead(user, classId), siteOrigin()]);
  const address = `${origin}/sign-in`;
  return (
    <div className="flex flex-col gap-8 print:block">
      <div className="flex flex-col gap-3 print:hidden">
        <h1 className="text-28">{t("title")}</h1>
        <p className="max-w-measure text-muted">{head.isArchived ? t("archived") : t("lead")}</p>
      </div>
      {!head.isArchived && (
        <ClientMessages names={["classAccounts"]}>
          <ClassAccounts classId={head.id} className={head.name} address={address} qr={<ClassQr text={address} label={t("slip.qr")} className="block size-full" />} propose={proposeAccountsAction} make={makeAccountsAction} />
        </ClientMessages>
      )}
    </div>
  );
}
