import type { Route } from "next";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { unbroken } from "@/components/ui/unbroken";
import { formatEdtf } from "@/lib/facts/dates";

type GoalOf = { kind: "exam"; setId: string } | { kind: "work"; assignmentId: string; classId: string; className: string; dueAt: Date };
export type ListedGoal = { of: GoalOf; name: string; on: string; daysLeft: number; isOverdue: boolean; goal: number } & ({ reachedOn: string } | { reachedOn: null; share: number; isOnCourse: boolean });
export type ListedGoals = { goals: readonly ListedGoal[]; more: number; timeZone: string };

/** Rounded down, so that no more is promised than is foretold. */
const percentOf = (share: number) => Math.floor(share * 100 + 1e-9);

const keyOf = (of: GoalOf) => (of.kind === "exam" ? of.setId : of.assignmentId);
const addressOf = (of: GoalOf) => (of.kind === "exam" ? `/sets/${of.setId}` : `/classes/${of.classId}/assignments/${of.assignmentId}`) as Route;

function useStanding(): (goal: ListedGoal) => string {
  const t = useTranslations("progressComing.goals");
  return (listed) => {
    const goal = Math.round(listed.goal * 100);
    if (listed.reachedOn !== null) return t("reached", { date: formatEdtf(listed.reachedOn), goal });
    const figures = { goal, share: percentOf(listed.share) };
    return listed.isOverdue ? t("overdue", figures) : t(listed.isOnCourse ? "onCourse" : "short", figures);
  };
}

/** The learner's own exams and the goals of their classes, each with whether the daily load is enough for it. */
export function ComingGoals({ listed: { goals, more, timeZone } }: { listed: ListedGoals }) {
  const t = useTranslations("progressComing.goals");
  const standing = useStanding();
  const clock = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone });
  const when = ({ of, on, daysLeft, isOverdue }: ListedGoal) =>
    t(isOverdue ? "wasDue" : "when", { date: unbroken(of.kind === "work" ? clock.format(of.dueAt) : formatEdtf(on)), days: daysLeft });
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-18">{t("title")}</h3>
      <ul className="flex flex-col">
        {goals.map((goal) => (
          <li key={keyOf(goal.of)} className="flex flex-col gap-0.5 border-b border-line py-3 first:border-t">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <Link href={addressOf(goal.of)} prefetch={false} className="link inline-flex min-h-11 min-w-0 items-center text-18 font-medium wrap-anywhere">
                {goal.name}
              </Link>
              <span className="text-14 text-muted tabular-nums">{when(goal)}</span>
            </span>
            <span className="text-14 wrap-anywhere text-muted">{goal.of.kind === "work" ? t("ofClass", { name: goal.of.className }) : t("own")}</span>
            <span>{standing(goal)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-14 text-muted">{t.rich("more", { count: more, sets: (words) => <Link href="/sets" className="link">{words}</Link>, classes: (words) => <Link href="/classes" className="link">{words}</Link> })}</p>}
      <p className="max-w-measure text-14 text-muted">{t("hint")}</p>
    </div>
  );
}
