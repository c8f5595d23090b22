import { useTranslations } from "next-intl";
import { StaticSvg } from "@/components/ui/static-svg";
import { heatOf } from "@/lib/progress/heat";
import { addDays, type LearnerDay } from "@/lib/scheduling/learner-day";
import { shortMonth } from "./learning-day-names";
import { heatFills } from "./learning-heat-fills";

type CalendarDrawingProps = {
  /** A Monday. */
  from: LearnerDay;
  /** Of each day from then on; the last is today. */
  answers: readonly number[];
  step: number;
  /** How many of the last weeks to draw; all unless given. */
  weeks?: number;
  className: string;
};

const [pitch, cell, left, top] = [16, 13, 32, 20];
/** Columns that the name of a month needs. */
const nameColumns = 2;

const cornerOf = (index: number) => ({ x: left + pitch * Math.floor(index / 7), y: top + pitch * (index % 7) });
const square = (index: number) => `M${cornerOf(index).x} ${cornerOf(index).y}h${cell}v${cell}h-${cell}z`;

/** The columns in which a month begins, with a day of it; the first column names its own, unless the next month begins right behind it. */
function monthColumns(from: LearnerDay, days: number): { column: number; day: LearnerDay }[] {
  const weeks = Array.from({ length: Math.ceil(days / 7) }, (_, column) => ({ column, day: addDays(from, 7 * column) }));
  const begins = weeks.filter(({ column, day }) => column === 0 || day.slice(0, 7) !== weeks[column - 1]!.day.slice(0, 7));
  return begins.filter(({ column }, i) => (begins[i + 1]?.column ?? weeks.length) - column > nameColumns - 1 + (i === 0 ? 1 : 0));
}

/** Weeks as columns from Monday to Sunday. A path for each shade instead of a shape for each day: a year costs as little as a line. */
export function CalendarDrawing({ from, answers, step, weeks, className }: CalendarDrawingProps) {
  const t = useTranslations("progressLearning.calendar");
  const skipped = weeks === undefined ? 0 : Math.max(0, Math.ceil(answers.length / 7) - weeks) * 7;
  const [start, shown] = [addDays(from, skipped), answers.slice(skipped)];
  const paths = shown.reduce<string[]>((drawn, count, i) => drawn.with(heatOf(count, step), drawn[heatOf(count, step)]! + square(i)), heatFills.map(() => ""));
  const now = cornerOf(shown.length - 1);
  return (
    <StaticSvg className={`plot ${className}`}>
      <svg viewBox={`0 0 ${left + pitch * Math.ceil(shown.length / 7)} ${top + 7 * pitch}`} fontSize="12">
        {monthColumns(start, shown.length).map(({ column, day }) => (
          <text key={day} x={left + pitch * column} y="11">
            {shortMonth(day)}
          </text>
        ))}
        <text x="0" y={top + 11}>{t("monday")}</text>
        <text x="0" y={top + 4 * pitch + 11}>{t("friday")}</text>
        {paths.map((path, level) => (
          <path key={level} d={path} {...heatFills[level]} />
        ))}
        <rect x={now.x + 0.75} y={now.y + 0.75} width={cell - 1.5} height={cell - 1.5} className="fill-none stroke-accent stroke-[1.5]" />
      </svg>
    </StaticSvg>
  );
}
