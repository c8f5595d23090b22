import { getTranslations } from "next-intl/server";
import { AssignmentDueList } from "@/components/classroom/assignment-due-list";
import { dueWork } from "@/lib/data/assignment-due";
import type { Viewer } from "@/lib/data/viewer";

/** More are on the pages of the classes. */
const shownAtMost = 6;

/** What the viewer's classes have given them to do, the soonest first; nothing where there is nothing. */
export async function DueWork({ viewer, className }: { viewer: Viewer; className: string }) {
  const [{ due, coming, timeZone }, t] = await Promise.all([dueWork(viewer, new Date()), getTranslations("assignments.work")]);
  const items = [...due, ...coming];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="due-work" className={className}>
      <h2 id="due-work" className="text-14 font-medium tracking-normal text-muted">
        {t("fromClasses")}
      </h2>
      <AssignmentDueList items={items.slice(0, shownAtMost)} timeZone={timeZone} isNamingClass />
      {items.length > shownAtMost && <p className="text-14 text-muted">{t("more", { count: items.length - shownAtMost })}</p>}
    </section>
  );
}
