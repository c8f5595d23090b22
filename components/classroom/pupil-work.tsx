import type { Route } from "next";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { percentOf, type GradebookCell } from "@/lib/classroom/gradebook";
import { StatusMark } from "./gradebook-marks";

type ShownAttempt = { id: string; number: number; state: "in_progress" | "submitted" | "graded" | "abandoned"; startedAt: Date; share: number | null };
export type ShownWork = { id: string; title: string; kind: "quiz" | "study"; dueAt: Date | null; cell: GradebookCell; attempts: readonly ShownAttempt[] };

type PupilWorkProps = { work: ShownWork; timeZone: string; pageHref: string };

/** One piece of a pupil's work: how it stands, what counts, and each attempt, which opens. */
export function PupilWork({ work: { title, kind, dueAt, cell, attempts }, timeZone, pageHref }: PupilWorkProps) {
  const t = useTranslations("analysis.pupil");
  const status = useTranslations("gradebook.status");
  const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone });
  const isOpen = ({ state }: ShownAttempt) => state === "graded" || state === "abandoned";
  const told = ({ state, share }: ShownAttempt) => (share !== null ? t("percent", { percent: percentOf(share) }) : state === "submitted" ? t("submitted") : state === "in_progress" ? t("underWay") : null);
  return (
    <article className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="min-w-0 text-18 wrap-anywhere">{title}</h3>
        <p className="flex items-center gap-2 tabular-nums">
          <StatusMark of={cell.status} />
          {status(cell.status)}
          {cell.share !== null && kind === "quiz" && <span className="font-medium">{t("percent", { percent: percentOf(cell.share) })}</span>}
        </p>
      </div>
      <p className="flex flex-wrap gap-x-4 text-14 text-muted empty:hidden">
        {dueAt && <span>{t("due", { day: when.format(dueAt) })}</span>}
        {cell.isOverridden && <span>{t("overridden")}</span>}
        {kind === "study" && cell.share !== null && <span>{t("study", { percent: percentOf(cell.share) })}</span>}
      </p>
      {attempts.length > 0 && (
        <ul className="flex flex-col">
          {attempts.map((attempt) => {
            const text = t("attempt", { number: attempt.number, when: when.format(attempt.startedAt) });
            return (
              <li key={attempt.id} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 text-14 tabular-nums">
                {isOpen(attempt) ? <Link href={`${pageHref}/${attempt.id}` as Route} prefetch={false} className="link inline-flex min-h-11 items-center">{text}</Link> : <span>{text}</span>}
                <span className="text-muted">{told(attempt)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </article>
  );
}
