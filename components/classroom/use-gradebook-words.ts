import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { workStatuses, type WorkStatus } from "@/lib/classroom/work";

export type CellWords = { statuses: Record<WorkStatus, string>; percents: readonly string[]; none: string; notTheirs: string; overridden: string; noted: string };

/** The words of thousands of cells, each put together once. */
export function useGradebookWords(): CellWords {
  const t = useTranslations("gradebook");
  return useMemo(
    () => ({
      statuses: Object.fromEntries(workStatuses.map((status) => [status, t(`status.${status}`)])) as Record<WorkStatus, string>,
      percents: Array.from({ length: 101 }, (_, percent) => t("table.percent", { percent })),
      none: t("table.none"),
      notTheirs: t("table.notTheirs"),
      overridden: t("table.overridden"),
      noted: t("table.noted"),
    }),
    [t],
  );
}
