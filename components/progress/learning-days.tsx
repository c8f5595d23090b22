import { useFormatter, useTranslations } from "next-intl";
import { ChartFrame } from "@/components/ui/chart-frame";
import { Table } from "@/components/ui/table";
import type { DatedStudyDay } from "@/lib/progress/learning-report";
import { barsOf, kindsInOrder, minutesOf } from "./learning-day-bars";
import { dayAndMonth } from "./learning-day-names";
import { LearningPlot } from "./learning-plot";

const swatches = { review: "bg-chart-1", new: "bg-chart-2", practice: "bg-control" } as const;

const total = (days: readonly DatedStudyDay[], of: (day: DatedStudyDay) => number) => days.reduce((sum, day) => sum + of(day), 0);

/** What was answered on each of the last days, and how long that took. */
export function LearningDays({ days }: { days: readonly DatedStudyDay[] }) {
  const t = useTranslations("progressLearning.days");
  const format = useFormatter();
  const minutes = (day: DatedStudyDay) => format.number(minutesOf(day), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const counts = { begun: total(days, (day) => day.new), reviews: total(days, ({ review }) => review), practice: total(days, ({ practice }) => practice) };
  return (
    <ChartFrame
      title={t("title")}
      summary={t("summary", { span: days.length, ...counts, answers: counts.begun + counts.reviews + counts.practice, minutes: Math.round(total(days, minutesOf)) })}
      tableLabel={t("table")}
      isFolded
      table={
        <Table
          caption={t("title")}
          isCaptionHidden
          columns={[{ heading: t("day") }, ...kindsInOrder.map((kind) => ({ heading: t(kind), isNumber: true })), { heading: t("minutes"), isNumber: true }]}
          rows={days.filter((day) => day.new + day.review + day.practice > 0).map((day) => ({ key: day.day, cells: [dayAndMonth(day.day), ...kindsInOrder.map((kind) => day[kind]), minutes(day)] })).reverse()}
        />
      }
    >
      <div className="flex flex-col gap-6">
        <div>
          <p className="flex flex-wrap gap-x-4 text-14 text-muted">
            <span className="font-medium">{t("answers")}</span>
            {kindsInOrder.map((kind) => (
              <span key={kind} className="inline-flex items-center gap-1.5">
                <span className={`size-3 rounded-[2px] forced-color-adjust-none [print-color-adjust:exact] ${swatches[kind]}`} />
                {t(kind)}
              </span>
            ))}
          </p>
          <LearningPlot height={170} optionsFor={() => barsOf(days, "answers", dayAndMonth)} />
        </div>
        <div>
          <p className="text-14 font-medium text-muted">{t("minutes")}</p>
          <LearningPlot height={170} optionsFor={() => barsOf(days, "minutes", dayAndMonth)} />
        </div>
      </div>
    </ChartFrame>
  );
}
