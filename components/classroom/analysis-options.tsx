import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { OptionStatistics } from "@/lib/statistics/option-statistics";
import { functioningShare } from "@/lib/statistics/thresholds";
import { shownPoints, wholePercent } from "./analysis-words";

type AnalysisOptionsProps = { number: number; texts: readonly string[]; options: readonly OptionStatistics[] };

const workOf = ({ isRight, functions, chosen }: OptionStatistics) => {
  if (isRight) return "key";
  if (functions === null) return "tooFew";
  return functions ? "yes" : chosen.share! < functioningShare ? "unused" : "high";
};

/** The options of a question: how many chose each, how those did, and whether a wrong one does its work. */
export function AnalysisOptions({ number, texts, options }: AnalysisOptionsProps) {
  const t = useTranslations("analysis.options");
  const columns = [{ heading: t("option") }, { heading: t("chosen"), isNumber: true }, { heading: t("mean"), isNumber: true }, { heading: t("works") }];
  const rows = options.map((option, i) => ({
    key: option.key,
    cells: [
      <span key="text" className="inline-flex min-w-32 items-start gap-1.5 wrap-anywhere">
        {texts[i]}
        {option.isRight && <Check role="img" aria-label={t("right")} size={16} strokeWidth={2.2} className="mt-1 shrink-0 text-correct" />}
      </span>,
      option.chosen.share === null ? t("none") : t("count", { count: option.chosen.count, percent: wholePercent(option.chosen.share) }),
      option.meanTotal === null ? t("none") : shownPoints(option.meanTotal),
      t(workOf(option)),
    ],
  }));
  return (
    <div className="flex flex-col gap-1">
      <Table caption={t("caption", { number })} isCaptionHidden columns={columns} rows={rows} />
      <p className="text-14 text-muted">{t("note")}</p>
    </div>
  );
}
