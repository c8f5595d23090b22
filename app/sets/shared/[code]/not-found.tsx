import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";

export default async function SharedSetNotFound() {
  const t = await getTranslations("sets");
  return (
    <div className="mx-auto flex max-w-column flex-col items-start gap-4">
      <h1 className="text-28">{t("shared.noneTitle")}</h1>
      <p className="max-w-measure">{t("shared.none")}</p>
      <LinkButton href="/sets">{t("title")}</LinkButton>
    </div>
  );
}
