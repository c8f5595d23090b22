import { getTranslations } from "next-intl/server";
import { Table } from "@/components/ui/table";
import { classGoals } from "@/lib/data/assignment-outlook";
import { getSettings } from "@/lib/data/settings";
import type { Viewer } from "@/lib/data/viewer";

/** How far each pupil is on the way to the goal of a study assignment. */
export async function Goals({ assignmentId, viewer }: { assignmentId: string; viewer: Viewer }) {
  const [t, { pupils }, { timeZone }] = await Promise.all([getTranslations("assignments.goals"), classGoals(viewer, assignmentId, new Date()), getSettings(viewer)]);
  if (pupils.length === 0) return null;
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone });
  const percent = (share: number) => t("percent", { percent: Math.round(100 * share) });
  const byName = [...pupils].sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  const rows = byName.map(({ userId, name, share, reachedAt }) => ({
    key: userId,
    cells: [<span key="name" className="wrap-anywhere">{name}</span>, <span key="begun" className="sm:whitespace-nowrap">{t("begun", share)}</span>, percent(share.now), percent(share.whenDue), reachedAt ? day.format(reachedAt) : t("none")],
  }));
  return (
    <section aria-labelledby="goals" className="flex max-w-column flex-col gap-3">
      <h2 id="goals" className="text-22">{t("title")}</h2>
      <p className="max-w-measure text-14 text-muted">{t("lead")}</p>
      <Table
        caption={t("title")}
        isCaptionHidden
        columns={[{ heading: t("pupil") }, { heading: t("facts"), isNumber: true }, { heading: t("now"), isNumber: true }, { heading: t("whenDue"), isNumber: true }, { heading: t("reached"), isNumber: true }]}
        rows={rows}
      />
    </section>
  );
}
