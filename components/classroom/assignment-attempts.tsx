import type { Route } from "next";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useId } from "react";

type Attempt = { id: string; state: string; startedAt: Date; share: number | null };

/** A pupil's own attempts, each with its results. */
export function AssignmentAttempts({ attempts, timeZone }: { attempts: readonly Attempt[]; timeZone: string }) {
  const t = useTranslations("assignments.attempts");
  const titleId = useId();
  const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone });
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3">
      <h2 id={titleId} className="text-18">
        {t("title")}
      </h2>
      <ul className="flex flex-col">
        {attempts.map(({ id, state, startedAt, share }, i) => (
          <li key={id} className="border-t border-line last:border-b">
            <Link href={(state === "in_progress" ? `/quiz/${id}` : `/quiz/${id}/results`) as Route} prefetch={false} className="group flex min-h-14 flex-wrap items-baseline justify-between gap-x-4 py-3">
              <span className="font-medium group-hover:text-accent">{t("number", { number: attempts.length - i })}</span>
              <span className="text-14 text-muted tabular-nums">
                {state === "in_progress" ? t("underWay") : share === null ? t("noScore") : t("score", { percent: Math.round(100 * share) })} · {when.format(startedAt)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
