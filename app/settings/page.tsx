import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { ClientMessages } from "@/app/_components/client-messages";
import { StartStudy } from "@/app/_components/start-study";
import { currentUser } from "@/lib/auth/current-user";
import { SettingSections } from "./_components/setting-sections";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const [user, t, site] = await Promise.all([currentUser(), getTranslations("settings"), getTranslations("site")]);
  return (
    <div className="mx-auto flex max-w-column flex-col gap-8">
      <h1 className="text-28 sm:text-36">{t("title")}</h1>
      {user ? (
        <ClientMessages names={["settings"]}>
          <SettingSections user={user} />
        </ClientMessages>
      ) : (
        <div className="flex flex-col items-start gap-5">
          <p className="max-w-measure">{t("start.lead")}</p>
          <StartStudy />
          <Link href="/sign-in" className="link">
            {site("signIn")}
          </Link>
        </div>
      )}
    </div>
  );
}
