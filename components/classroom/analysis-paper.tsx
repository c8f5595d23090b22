import { useTranslations } from "next-intl";
import type { TestStatistics } from "@/lib/statistics/test-statistics";
import { fewestAnswers } from "@/lib/statistics/thresholds";
import { shownIndex, shownPoints } from "./analysis-words";

/** From 80 % on a test is held to be fit to tell people apart, from 60 % on for groups (Nunnally 1978 and usual practice in schools). */
const meaningOf = (alpha: number) => (alpha >= 80 ? "high" : alpha >= 60 ? "middle" : "low");

/** The paper as a whole, in a paragraph. */
export function AnalysisPaper({ test, isByCertainty }: { test: TestStatistics; isByCertainty: boolean }) {
  const t = useTranslations("analysis");
  const { attempts, items, mean, median, standardDeviation, alpha, standardError } = test;
  const figures = {
    attempts, questions: items, mean: shownPoints(mean ?? 0), median: shownPoints(median ?? 0),
    spread: standardDeviation === null ? "none" : shownPoints(standardDeviation),
  };
  return (
    <div className="flex max-w-measure flex-col gap-3">
      <p>
        {t("paper.figures", figures)} {alpha === null ? t("paper.noAlpha") : t("paper.alpha", { alpha: shownIndex(alpha), meaning: meaningOf(alpha) })}{" "}
        {standardError !== null && t("paper.error", { error: shownPoints(standardError) })}
      </p>
      {attempts < fewestAnswers && <p className="border-l-2 border-control pl-3">{t("few")}</p>}
      {isByCertainty && <p className="text-14 text-muted">{t("paper.certainty")}</p>}
    </div>
  );
}
