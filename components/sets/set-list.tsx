import { useTranslations } from "next-intl";
import Link from "next/link";

export type ListedSet = { id: string; name: string; facts: number; begun: number; due: number; recalled: number; exam: { daysLeft: number } | null; classes?: readonly string[] };

/** Sets, each with how the learner stands with it, and with the classes that lend it. */
export function SetList({ sets }: { sets: readonly ListedSet[] }) {
  const t = useTranslations("sets");
  return (
    <ul className="flex flex-col">
      {sets.map(({ id, name, facts, begun, due, recalled, exam, classes }) => (
        <li key={id} className="border-b border-line first:border-t">
          <Link href={`/sets/${id}`} className="group flex min-h-16 flex-col justify-center gap-0.5 py-3">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="min-w-0 text-18 font-medium wrap-anywhere group-hover:text-accent">{name}</span>
              {exam && <span className="text-14">{exam.daysLeft < 0 ? t("exam.over") : t("exam.badge", { days: exam.daysLeft })}</span>}
            </span>
            <SetCounts counts={{ facts, begun, due, recalled }} />
            {classes && <span className="text-14 wrap-anywhere text-muted">{classes.join(", ")}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

type SetCountsProps = { counts: { facts: number; begun: number; due: number; recalled: number } };

/** How many facts there are, and how the learner stands with them. */
export function SetCounts({ counts: { facts, begun, due, recalled } }: SetCountsProps) {
  const t = useTranslations("sets.counts");
  const parts = [t("facts", { facts }), begun > 0 && t("begun", { begun }), due > 0 && t("due", { due }), begun > 0 && t("recalled", { recalled: Math.round(recalled) })];
  return <span className="text-14 text-muted tabular-nums">{parts.filter(Boolean).join(" · ")}</span>;
}
