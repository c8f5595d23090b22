import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";

type AnalysisTypedProps = { number: number; typed: readonly { text: string; count: number; isRight: boolean }[] };

/** What was typed, the most frequent first. */
export function AnalysisTyped({ number, typed }: AnalysisTypedProps) {
  const t = useTranslations("analysis.typed");
  const rows = typed.map(({ text, count, isRight }) => ({
    key: text,
    cells: [
      <span key="text" className="inline-flex items-start gap-1.5 wrap-anywhere">
        {text === "" ? t("empty") : text}
        {isRight && <Check role="img" aria-label={t("right")} size={16} strokeWidth={2.2} className="mt-1 shrink-0 text-correct" />}
      </span>,
      count,
    ],
  }));
  return <Table caption={t("caption", { number })} isCaptionHidden columns={[{ heading: t("answer") }, { heading: t("count"), isNumber: true }]} rows={rows} />;
}
