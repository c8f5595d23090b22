import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { LinkButton } from "@/components/ui/link-button";

export type ListedUnfinished = { attemptId: string; title: string; count: number; answered: number; leftMs: number | null };

/** Quizzes that can still be answered, the one with the least time first as the page gets them. */
export function UnfinishedList({ quizzes }: { quizzes: readonly ListedUnfinished[] }) {
  const t = useTranslations("quizSetup.unfinished");
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3 rounded-control border border-line bg-surface p-5">
      <h2 id={titleId} className="text-18">
        {t("title")}
      </h2>
      <ul className="flex flex-col">
        {quizzes.map(({ attemptId, title, count, answered, leftMs }) => (
          <li key={attemptId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3 last:pb-0 sm:flex-nowrap">
            <span className="flex min-w-0 flex-col">
              <span className="font-medium wrap-anywhere">{title}</span>
              <span className="text-14 text-muted tabular-nums">
                {t("answered", { answered, count })} · {leftMs === null ? t("untimed") : t("left", { minutes: Math.floor(leftMs / 60_000) })}
              </span>
            </span>
            <LinkButton href={`/quiz/${attemptId}` as Route} prefetch={false} aria-label={t("goOnWith", { title })} className="shrink-0">
              {t("goOn")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
