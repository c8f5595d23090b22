import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VehiclesToScale } from "@/components/drawings/vehicles-to-scale";
import { compareVehicles } from "@/lib/data/drawings";
import { mostCompared, readChosen } from "@/lib/drawings/comparison-query";
import { formatNumber } from "@/lib/facts/quantities";
import { ChooseVehicles } from "./_components/choose-vehicles";
import { FiguresTable } from "./_components/figures-table";

type ToScaleProps = { searchParams: Promise<{ with?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("drawings.toScale");
  return { title: t("title") };
}

export default async function ToScalePage({ searchParams }: ToScaleProps) {
  const chosen = readChosen((await searchParams).with);
  const [{ all, shown }, t] = await Promise.all([compareVehicles(chosen.ids), getTranslations("drawings.toScale")]);
  const rockets = shown.map(({ name, figures }) => `${name} (${formatNumber(figures.height)} m)`).join(", ");
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-2">
        <h1 className="text-28 sm:text-36">{t("title")}</h1>
        <p className="text-muted">{t("lead", { count: all.length })}</p>
        {chosen.isCut && <p role="status">{t("cut", { count: mostCompared })}</p>}
      </div>
      <figure className="flex flex-col gap-2">
        <VehiclesToScale vehicles={shown} frameLabel={t("frame")} label={t("picture", { count: shown.length, rockets })} />
        <figcaption className="max-w-measure text-14 text-muted">{t("caption")}</figcaption>
      </figure>
      <FiguresTable vehicles={shown} />
      <ChooseVehicles all={all} shown={shown} />
    </div>
  );
}
