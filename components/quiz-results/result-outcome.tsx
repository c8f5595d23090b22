import { useTranslations } from "next-intl";
import Link from "next/link";
import { formatPoints } from "./format-points";
import { OutcomeMark } from "./outcome-mark";
import type { ShownQuestion } from "./shown-results";

/** How an answer was judged, by icon, word and points, and the way to all answers to its fact. */
export function ResultOutcome({ question: { position, factId, outcome, isLeftOut, points, mostPoints } }: { question: ShownQuestion }) {
  const t = useTranslations("quizResults");
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <OutcomeMark outcome={outcome}>{t(`outcome.${outcome}`)}</OutcomeMark>
      <span className="text-14 text-muted tabular-nums">{isLeftOut ? t("question.leftOut") : t("question.points", { points: formatPoints(points), most: formatPoints(mostPoints) })}</span>
      <Link href={`/progress/facts/${factId}`} prefetch={false} className="link ml-auto inline-flex min-h-6 items-center text-14 print:hidden">
        {t("question.history")}
        <span className="sr-only">{t("question.historyOf", { number: position + 1 })}</span>
      </Link>
    </p>
  );
}
