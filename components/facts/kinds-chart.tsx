import { useTranslations } from "next-intl";
import { ChartFrame } from "@/components/ui/chart-frame";
import { Table } from "@/components/ui/table";

type Kind = { type: string; label: string; count: number };

const drawn = 8;

/** How the subjects spread over the kinds; the picture shows the largest, the table all. */
export function KindsChart({ kinds }: { kinds: readonly Kind[] }) {
  const t = useTranslations("explore.chart");
  const sorted = [...kinds].sort((a, b) => b.count - a.count);
  const [first] = sorted;
  if (!first) return null;
  const total = kinds.reduce((sum, kind) => sum + kind.count, 0);
  return (
    <ChartFrame
      heading="h2"
      title={t("title")}
      summary={t("summary", { type: first.label, count: first.count, total })}
      tableLabel={t("table")}
      table={
        <Table
          caption={t("title")}
          isCaptionHidden
          columns={[{ heading: t("type") }, { heading: t("subjects"), isNumber: true }]}
          rows={sorted.map((kind) => ({ key: kind.type, cells: [kind.label, kind.count] }))}
        />
      }
    >
      <ul className="grid grid-cols-[minmax(0,auto)_1fr_auto] items-center gap-x-3 gap-y-2 text-14">
        {sorted.slice(0, drawn).map((kind) => (
          <li key={kind.type} className="contents">
            <span className="truncate text-muted">{kind.label}</span>
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="h-3 w-full">
              <rect width={(100 * kind.count) / first.count} height="4" className="fill-control forced-colors:fill-[CanvasText]" />
            </svg>
            <span>{kind.count}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
