import { useTranslations } from "next-intl";
import { ChartFrame } from "@/components/ui/chart-frame";
import { Table } from "@/components/ui/table";
import { MasteryRow } from "./mastery-row";

export type MasteryGroup = { id: string; name: string; facts: number; begun: number; recalled: number };

type MasteryBarsProps = { title: string; heading: string; summary: string; groups: readonly MasteryGroup[] };

const drawn = 6;

/** How far groups of facts are begun and recalled; the picture shows those with most facts begun, the table all. */
export function MasteryBars({ title, heading, summary, groups }: MasteryBarsProps) {
  const t = useTranslations("progressNow.bars");
  const shown = [...groups].sort((a, b) => b.begun - a.begun || b.facts - a.facts).slice(0, drawn);
  const columns = [{ heading }, ...[t("facts"), t("begun"), t("recalled"), t("share")].map((name) => ({ heading: name, isNumber: true }))];
  const rows = groups.map(({ id, name, facts, begun, recalled }) => ({
    key: id,
    cells: [name, facts, begun, Math.round(recalled), begun === 0 ? t("none") : t("percent", { share: Math.round((100 * recalled) / begun) })],
  }));
  return (
    <ChartFrame title={title} summary={summary} tableLabel={t("show")} isFolded table={<Table caption={title} isCaptionHidden columns={columns} rows={rows} />}>
      <ul className="flex flex-col gap-3 text-14">
        {shown.map(({ id, name, facts, begun, recalled }) => (
          <li key={id} className="flex flex-col gap-1">
            <MasteryRow name={name} of={t("of", { recalled: Math.round(recalled), facts })} facts={facts} begun={begun} recalled={recalled} />
          </li>
        ))}
      </ul>
      <p className="pt-3 text-14 text-muted">{t("key")}</p>
    </ChartFrame>
  );
}
