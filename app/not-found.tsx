import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("problem");
  return { title: t("notFoundTitle") };
}

export default async function NotFound() {
  const t = await getTranslations("problem");
  return (
    <div className="mx-auto flex w-full max-w-column flex-col items-start gap-4">
      <h1 className="text-28">{t("notFoundTitle")}</h1>
      <p>{t("notFound")}</p>
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/">{t("home")}</LinkButton>
        <LinkButton href="/explore">{t("explore")}</LinkButton>
      </div>
    </div>
  );
}
