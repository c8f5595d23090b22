import { useTranslations } from "next-intl";
import { ResultFigure } from "./result-figure";
import { formatPoints } from "./format-points";
import { useDuration } from "./use-duration";
import type { Outcome, ShownResults } from "./shown-results";

const outcomes: Outcome[] = ["right", "partly", "wrong", "unclear", "blank", "unreached"];

type ResultsHeadProps = { results: ShownResults; about: string; timeZone: string };

/** How it went: points and time apart, since being quick is not being right. */
export function ResultsHead({ results, about, timeZone }: ResultsHeadProps) {
  const t = useTranslations("quizResults");
  const duration = useDuration();
  const { setup, closedAt, isTimeUp, spentMs, limitMs, points, mostPoints, counts, questions } = results;
  const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone }).format(closedAt);
  const isNothingGiven = questions.every(({ given }) => given === null);
  const leftOut = questions.filter(({ isLeftOut }) => isLeftOut).length;
  const said = [...outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => t(`count.${outcome}`, { count: counts[outcome] })), ...(leftOut > 0 ? [t("count.leftOut", { count: leftOut })] : [])];
  return (
    <header className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <p className="text-muted">{t("title")}</p>
        <h1 className="text-28 wrap-anywhere sm:text-36">{about}</h1>
        <p className="text-muted">{isTimeUp ? t(isNothingGiven ? "closed.nothing" : "closed.timeUp", { when }) : t("closed.handedIn", { when })}</p>
        {questions.length < setup.count && <p className="text-muted">{t("fewer", { count: questions.length, wanted: setup.count })}</p>}
      </div>
      <dl className="grid grid-cols-2 border-y border-line">
        <ResultFigure label={t("points.label")} value={formatPoints(points)} of={t("points.of", { most: formatPoints(mostPoints) })} note={said.join(" · ")} />
        <ResultFigure
          label={t("time.label")}
          value={duration(spentMs)}
          of={limitMs === null ? null : t("time.of", { limit: duration(limitMs) })}
          note={setup.timer.kind === "question" ? t("time.each", { limit: duration(setup.timer.seconds * 1000) }) : null}
        />
      </dl>
      {setup.marking !== "plain" && <p className="max-w-measure text-14 text-muted">{t(`marking.${setup.marking}`)}</p>}
    </header>
  );
}
