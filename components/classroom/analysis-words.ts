import { useTranslations } from "next-intl";
import type { ItemStatistics } from "@/lib/statistics/item-statistics";
import type { Figures } from "@/lib/statistics/figures";
import { verdictCodes, type Verdict } from "@/lib/statistics/verdicts";

const points = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** With the sign that figures have in print. */
const signed = (text: string) => text.replace("-", "\u2212");

export const shownPoints = (value: number): string => signed(points.format(value));
export const wholePercent = (share: number): string => signed(String(Math.round(100 * share)));
export const shownIndex = (index: number): string => signed(String(Math.round(index)));

/** How pressing it is, from 0 for the most. */
export const pressing = (verdicts: readonly Verdict[]): number => Math.min(...verdicts.map(({ code }) => verdictCodes.indexOf(code)));

/** Where points are taken away there is no interval of the facility, and what is told is how many were wholly right. */
export function shownFacility({ facility, facilityInterval, right }: Figures): { share: number; low: number; high: number } | null {
  if (facility === null || right.share === null) return null;
  return facilityInterval ? { share: facility, ...facilityInterval } : { share: right.share, low: right.interval.low, high: right.interval.high };
}

/** Figures and advice in words. */
export function useAnalysisWords() {
  const t = useTranslations("analysis");
  const quoted = (texts: readonly string[]) => list.format(texts.map((text) => `“${text}”`));
  return {
    facility: (figures: Figures) => {
      const shown = shownFacility(figures);
      return shown ? t("facility", { percent: wholePercent(shown.share), low: wholePercent(shown.low), high: wholePercent(shown.high) }) : t("noAnswers");
    },
    discrimination: ({ discriminationIndex: index }: Figures) => (index === null ? t("noDiscrimination") : t("discrimination", { index: shownIndex(index) })),
    advice: ({ code, options }: Verdict, textOf: (key: string) => string): string => {
      const named = quoted(options.map(textOf));
      if (code === "distractor-unused") return t("advice.distractor-unused", { options: named });
      return code === "check-the-key" && options.length > 0 ? t("advice.check-the-key-options", { options: named }) : t(`advice.${code}`);
    },
    counts: ({ reached, blank, unreached, discriminativeEfficiency, upperLower, effectiveWeight }: ItemStatistics): string =>
      [
        t("question.reached", { reached }),
        blank > 0 && t("question.blank", { count: blank }),
        unreached > 0 && t("question.unreached", { count: unreached }),
        discriminativeEfficiency !== null && t("question.efficiency", { percent: shownIndex(discriminativeEfficiency) }),
        upperLower !== null && t("question.upperLower", { percent: wholePercent(upperLower) }),
        effectiveWeight !== null && t("question.weight", { percent: shownIndex(effectiveWeight) }),
      ].filter(Boolean).join(" · "),
  };
}
