import { Check, CircleHelp, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import type { VerdictCode } from "@/lib/statistics/verdicts";

const lookOf = (code: VerdictCode) => {
  if (code === "good") return { Icon: Check, colour: "text-correct" };
  return code === "too-few-answers" || code === "too-easy" ? { Icon: CircleHelp, colour: "text-muted" } : { Icon: TriangleAlert, colour: "text-wrong" };
};

/** What there is to say of a question, by shape and word. */
export function AnalysisVerdict({ code }: { code: VerdictCode }) {
  const t = useTranslations("analysis.verdicts");
  const { Icon, colour } = lookOf(code);
  return (
    <span className={classNames("inline-flex items-center gap-1.5 font-medium whitespace-nowrap", colour)}>
      <Icon aria-hidden size={16} strokeWidth={2} className="shrink-0" />
      {t(code)}
    </span>
  );
}
