import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { choosePasswordAction } from "./actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { ChoosePasswordForm } from "@/components/account/choose-password-form";
import { openSession } from "@/lib/auth/current-user";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classAccounts.choose");
  return { title: t("title") };
}

export default async function ChoosePasswordPage() {
  const [session, t] = await Promise.all([openSession(), getTranslations("classAccounts.choose")]);
  if (!session?.hasOneTimePassword || session.user.userName === null) redirect("/");
  return (
    <div className="mx-auto flex max-w-form flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 className="text-28">{t("title")}</h1>
        <p className="text-muted">{t("lead")}</p>
      </div>
      <ClientMessages names={["classAccounts"]}>
        <ChoosePasswordForm userName={session.user.userName} choose={choosePasswordAction} />
      </ClientMessages>
    </div>
  );
}
