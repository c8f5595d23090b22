import { useTranslations } from "next-intl";
import { formatPoints } from "./format-points";
import { ResultFigure } from "./result-figure";
import { useDuration } from "./use-duration";

type ResultsWithheldProps = {
  results: { closedAt: Date; isTimeUp: boolean; spentMs: number; limitMs: number | null; points: number; mostPoints: number; withheld: { until: Date | null } };
  about: string;
  timeZone: string;
};

/** How a quiz of a class went while its answers are not told: points and time, and when the answers will be. */
export function ResultsWithheld({ results: { closedAt, isTimeUp, spentMs, limitMs, points, mostPoints, withheld }, about, timeZone }: ResultsWithheldProps) {
  const t = useTranslations("quizResults");
  const duration = useDuration();
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone });
  const when = format.format(closedAt);
  return (
    <header className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <p className="text-muted">{t("title")}</p>
        <h1 className="text-28 wrap-anywhere sm:text-36">{about}</h1>
        <p className="text-muted">{t(isTimeUp ? "closed.timeUp" : "closed.handedIn", { when })}</p>
      </div>
      <dl className="grid grid-cols-2 border-y border-line">
        <ResultFigure label={t("points.label")} value={formatPoints(points)} of={t("points.of", { most: formatPoints(mostPoints) })} note={null} />
        <ResultFigure label={t("time.label")} value={duration(spentMs)} of={limitMs === null ? null : t("time.of", { limit: duration(limitMs) })} note={null} />
      </dl>
      <p className="max-w-measure">{withheld.until ? t("withheld.until", { when: format.format(withheld.until) }) : t("withheld.never")}</p>
    </header>
  );
}
