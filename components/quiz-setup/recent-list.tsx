import { useTranslations } from "next-intl";
import Link from "next/link";
import { useId } from "react";
import { formatPoints } from "@/components/quiz-results/format-points";

export type ListedRecent = { attemptId: string; title: string; startedAt: Date; points: number | null; mostPoints: number };

const shownOpenly = 5;

type RecentListProps = { quizzes: readonly ListedRecent[]; timeZone: string };

/** Quizzes that are over, each with its results. */
export function RecentList({ quizzes, timeZone }: RecentListProps) {
  const t = useTranslations("quizSetup.recent");
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3">
      <h2 id={titleId} className="text-18">
        {t("title")}
      </h2>
      <RecentRows quizzes={quizzes.slice(0, shownOpenly)} timeZone={timeZone} />
      {quizzes.length > shownOpenly && (
        <details className="-mt-3">
          <summary className="min-h-11 content-center text-14 text-muted">{t("more", { count: quizzes.length - shownOpenly })}</summary>
          <RecentRows quizzes={quizzes.slice(shownOpenly)} timeZone={timeZone} />
        </details>
      )}
    </section>
  );
}

function RecentRows({ quizzes, timeZone }: RecentListProps) {
  const t = useTranslations("quizSetup.recent");
  const dayOf = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone });
  return (
    <ul className="flex flex-col">
      {quizzes.map(({ attemptId, title, startedAt, points, mostPoints }) => (
        <li key={attemptId} className="border-t border-line last:border-b">
          <Link href={`/quiz/${attemptId}/results`} prefetch={false} className="group flex min-h-14 flex-wrap items-baseline justify-between gap-x-4 py-3">
            <span className="min-w-0 font-medium wrap-anywhere group-hover:text-accent">{title}</span>
            <span className="text-14 text-muted tabular-nums">
              {points === null ? t("none") : t("points", { points: formatPoints(points), most: formatPoints(mostPoints) })} · {dayOf.format(startedAt)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
