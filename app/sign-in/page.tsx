import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ClientMessages } from "@/app/_components/client-messages";
import { readJoin, type JoinSearch } from "@/app/_components/join-first";
import { CredentialsForm } from "@/components/account/credentials-form";
import { currentUser } from "@/lib/auth/current-user";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("signIn.title") };
}

export default async function SignInPage({ searchParams }: { searchParams: JoinSearch }) {
  const [user, { back, query }] = await Promise.all([currentUser(), readJoin(searchParams)]);
  if (user && !user.isGuest) redirect(back ?? "/");
  const t = await getTranslations("account");
  return (
    <div className="mx-auto flex max-w-form flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 className="text-28">{t("signIn.title")}</h1>
        {user && <p className="text-muted">{t("signIn.lead")}</p>}
      </div>
      <ClientMessages names={["account"]}>
        <CredentialsForm purpose="signIn" after={back} />
      </ClientMessages>
      <p>{t.rich("signIn.toSignUp", { link: (text) => <Link href={{ pathname: "/sign-up", query }} className="link">{text}</Link> })}</p>
    </div>
  );
}
