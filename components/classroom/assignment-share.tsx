import { useTranslations } from "next-intl";

type AssignmentShareProps = { share: { now: number; whenDue: number; begun: number; facts: number }; goal: number; reachedAt: Date | null; timeZone: string };

const percentOf = (share: number) => Math.round(100 * share);

/** How far a pupil is on the way to a goal: said, and drawn as a bar with the goal on it. */
export function AssignmentShare({ share, goal, reachedAt, timeZone }: AssignmentShareProps) {
  const t = useTranslations("assignments.share");
  const [now, aim] = [percentOf(share.now), percentOf(goal)];
  const when = reachedAt && new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone }).format(reachedAt);
  return (
    <div className="flex max-w-measure flex-col gap-2">
      <p className="tabular-nums">{t("now", { now, goal: aim })}</p>
      <svg aria-hidden viewBox="0 0 100 6" preserveAspectRatio="none" className="h-3 w-full">
        <rect x="0" y="1" width="100" height="4" rx="0.5" fill="var(--color-sunken)" />
        <rect x="0" y="1" width={now} height="4" rx="0.5" fill="var(--color-chart-1)" />
        <rect x={aim} y="0" width="0.4" height="6" fill="var(--color-ink)" />
      </svg>
      <p className="text-14 text-muted tabular-nums">
        {when ? t("reached", { when }) : t(share.begun === 0 ? "noneBegun" : "begun", { begun: share.begun, facts: share.facts, whenDue: percentOf(share.whenDue) })}
      </p>
    </div>
  );
}
