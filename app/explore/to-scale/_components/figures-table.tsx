import { useTranslations } from "next-intl";
import Link from "next/link";
import { Table } from "@/components/ui/table";
import { formatNumber } from "@/lib/facts/quantities";
import type { FigureName, VehicleFigures } from "@/lib/drawings/vehicle-figures";

type FiguresTableProps = { vehicles: readonly { id: string; name: string; figures: VehicleFigures }[] };

/** Positioned, so that the words for screen readers are cut off with the table and do not widen the page. */
const Unknown = ({ label }: { label: string }) => (
  <span className="relative">
    <span aria-hidden className="text-muted">
      –
    </span>
    <span className="sr-only">{label}</span>
  </span>
);

const columns = ["height", "coreDiameter", "stages", "boosters", "boosterDiameter"] as const satisfies readonly FigureName[];

/** The figures of what is drawn, for whoever cannot see it or wants to know exactly. */
export function FiguresTable({ vehicles }: FiguresTableProps) {
  const t = useTranslations("drawings.toScale");
  const headings = { height: t("height"), coreDiameter: t("core"), stages: t("stages"), boosters: t("boosters"), boosterDiameter: t("boosterDiameter") };
  const cell = (figures: VehicleFigures, name: FigureName) => {
    const amount = figures[name];
    if (amount === undefined) return <Unknown label={t("unknown")} />;
    return figures.about.includes(name) ? t("about", { amount: formatNumber(amount) }) : formatNumber(amount);
  };
  return (
    <Table
      caption={t("table")}
      columns={[{ heading: t("rocket") }, ...columns.map((name) => ({ heading: headings[name], isNumber: true }))]}
      rows={vehicles.map(({ id, name, figures }) => ({
        key: id,
        cells: [
          <Link key={id} href={`/explore/${id}`} prefetch={false} className="link whitespace-nowrap">
            {name}
          </Link>,
          ...columns.map((column) => cell(figures, column)),
        ],
      }))}
    />
  );
}
