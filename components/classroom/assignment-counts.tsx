import { useTranslations } from "next-intl";
import { workStatuses, type WorkStatus } from "@/lib/classroom/work";

/** How many of the pupils stand how, in words; what is nobody's is left out. */
export function AssignmentCounts({ counts, pupils }: { counts: Record<WorkStatus, number>; pupils: number }) {
  const t = useTranslations("assignments.counts");
  const said = workStatuses.filter((status) => counts[status] > 0).map((status) => t(`status.${status}`, { count: counts[status] }));
  return <>{pupils === 0 ? t("nobody") : [t("pupils", { count: pupils }), ...said].join(" · ")}</>;
}
