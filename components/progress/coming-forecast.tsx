import { useFormatter, useTranslations } from "next-intl";
import { ChartFrame } from "@/components/ui/chart-frame";
import { PlotFigure } from "@/components/ui/plot-figure";
import { Table } from "@/components/ui/table";
import { cardsOf, type ForecastDay } from "@/lib/progress/forecast";
import { comingBars, partsInOrder, type Part } from "./coming-bars";
import { dayAndMonth } from "./learning-day-names";

type ComingForecastProps = { days: readonly ForecastDay[]; about: "all" | "set" | "class" };

const swatches: Record<Part, string> = { planned: "bg-chart-1", repeats: "border border-chart-1 bg-chart-1/30", fresh: "bg-chart-2" };

const sum = (days: readonly ForecastDay[], of: (day: ForecastDay) => number) => days.reduce((total, day) => total + of(day), 0);

const [narrow, wide] = [310, 940];
const height = 200;

/** What each of the next days holds, in cards and minutes. */
export function ComingForecast({ days, about }: ComingForecastProps) {
  const t = useTranslations("progressComing.forecast");
  const format = useFormatter();
  const parts = about === "all" ? partsInOrder : partsInOrder.filter((part) => part !== "fresh");
  const total = sum(days, cardsOf);
  const options = comingBars(days, sum(days, ({ minutes }) => minutes) / total, { today: t("today"), minutes: (minutes) => t("minutesTick", { minutes: format.number(minutes, { maximumFractionDigits: minutes < 2 ? 1 : 0 }) }) });
  const totals = { planned: Math.round(sum(days, (day) => day.planned)), repeats: Math.round(sum(days, (day) => day.repeats)), fresh: Math.round(sum(days, (day) => day.fresh)) };
  return (
    <ChartFrame
      title={t("title")}
      summary={t("summary", { span: days.length, ...totals, minutes: Math.round(sum(days, ({ minutes }) => minutes) / days.length), about })}
      tableLabel={t("table")}
      table={
        <Table
          caption={t("title")}
          isCaptionHidden
          columns={[{ heading: t("day") }, ...parts.map((part) => ({ heading: t(part), isNumber: true })), { heading: t("minutes"), isNumber: true }]}
          rows={days.map((day) => ({ key: day.day, cells: [dayAndMonth(day.day), ...parts.map((part) => Math.round(day[part])), format.number(day.minutes, { maximumFractionDigits: day.minutes < 2 ? 1 : 0 })] }))}
        />
      }
    >
      <p className="flex flex-wrap gap-x-4 pb-2 text-14 text-muted">
        <span className="font-medium">{t("cards")}</span>
        {parts.map((part) => (
          <span key={part} className="inline-flex items-center gap-1.5">
            <span className={`size-3 rounded-[2px] forced-color-adjust-none [print-color-adjust:exact] ${swatches[part]}`} />
            {t(part)}
          </span>
        ))}
      </p>
      <PlotFigure className="max-w-96 sm:hidden" options={options} width={narrow} height={height} />
      <PlotFigure className="hidden sm:block" options={options} width={wide} height={height} />
    </ChartFrame>
  );
}
