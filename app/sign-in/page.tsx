import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ClientMessages } from "@/app/_components/client-messages";
import { CredentialsForm } from "@/components/account/credentials-form";
import { currentUser } from "@/lib/auth/current-user";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("signIn.title") };
}

export default async function SignInPage() {
  const user = await currentUser();
  if (user && !user.isGuest) redirect("/");
  const t = await getTranslations("account");
  return (
    <div className="mx-auto flex max-w-form flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 className="text-28">{t("signIn.title")}</h1>
        {user && <p className="text-muted">{t("signIn.lead")}</p>}
      </div>
      <ClientMessages names={["account"]}>
        <CredentialsForm purpose="signIn" />
      </ClientMessages>
      <p>{t.rich("signIn.toSignUp", { link: (text) => <Link href="/sign-up" className="link">{text}</Link> })}</p>
    </div>
  );
}
