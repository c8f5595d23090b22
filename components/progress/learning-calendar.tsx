import { useTranslations } from "next-intl";
import { ChartFrame } from "@/components/ui/chart-frame";
import { StaticSvg } from "@/components/ui/static-svg";
import { Table } from "@/components/ui/table";
import { heatLevels, heatStep } from "@/lib/progress/heat";
import type { LearningReport } from "@/lib/progress/learning-report";
import { addDays } from "@/lib/scheduling/learner-day";
import { CalendarDrawing } from "./learning-calendar-drawing";
import { monthAndYear } from "./learning-day-names";
import { heatFills } from "./learning-heat-fills";

const weeksOnPhone = 18;

type Month = { month: string; days: number; answers: number };

/** What each month that is drawn came to, the latest first. */
function monthsOf({ from, answers }: LearningReport["calendar"]): Month[] {
  const months = new Map<string, Month>();
  answers.forEach((count, i) => {
    const month = addDays(from, i).slice(0, 7);
    const sum = months.get(month) ?? { month, days: 0, answers: 0 };
    months.set(month, { month, days: sum.days + (count > 0 ? 1 : 0), answers: sum.answers + count });
  });
  return [...months.values()].reverse();
}

function Shades({ step }: { step: number }) {
  const t = useTranslations("progressLearning.calendar");
  const words = (level: number) => {
    const [from, to] = [(level - 1) * step + 1, level * step];
    if (level === heatLevels) return t("above", { from });
    return from === to ? from : t("range", { from, to });
  };
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-14 text-muted">
      <span>{t("perDay")}</span>
      {Array.from({ length: heatLevels }, (_, i) => (
        <span key={i} className="inline-flex items-center gap-1.5 tabular-nums">
          <StaticSvg className="flex">
            <svg viewBox="0 0 12 12" className="size-3">
              <rect width="12" height="12" rx="2" {...heatFills[i + 1]} />
            </svg>
          </StaticSvg>
          {words(i + 1)}
        </span>
      ))}
    </p>
  );
}

/** A year of days by how much was answered; on narrow screens its last third. */
export function LearningCalendar({ report: { calendar, year, streak } }: { report: LearningReport }) {
  const t = useTranslations("progressLearning.calendar");
  const step = heatStep(calendar.answers);
  const run = streak && streak.current > 1 ? t("streak", { current: streak.current, longest: streak.longest, isLongest: streak.current === streak.longest ? "yes" : "no" }) : "";
  return (
    <ChartFrame
      title={t("title")}
      summary={`${t("summary", { span: year.days, answers: year.answers, days: year.studied })} ${run}`}
      tableLabel={t("table")}
      table={
        <Table
          caption={t("title")}
          isCaptionHidden
          columns={[{ heading: t("month") }, { heading: t("days"), isNumber: true }, { heading: t("answers"), isNumber: true }]}
          rows={monthsOf(calendar).map(({ month, days, answers }) => ({ key: month, cells: [monthAndYear(`${month}-01`), days, answers] }))}
        />
      }
    >
      <CalendarDrawing {...calendar} step={step} className="hidden lg:block print:block" />
      <CalendarDrawing {...calendar} step={step} weeks={weeksOnPhone} className="block max-w-96 lg:hidden print:hidden" />
      <Shades step={step} />
    </ChartFrame>
  );
}
