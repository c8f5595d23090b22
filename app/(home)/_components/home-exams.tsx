import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

type HomeExamsProps = { exams: readonly { setId: string; name: string; daysLeft: number; facts: number; begun: number; due: number }[] };

/** The sets with an exam ahead: how long there is, how much of it is begun, and what is due. */
export async function HomeExams({ exams }: HomeExamsProps) {
  if (exams.length === 0) return null;
  const t = await getTranslations("home.exams");
  return (
    <section aria-labelledby="exams" className="flex flex-col gap-3 border-t border-line pt-8">
      <h2 id="exams" className="text-14 font-medium tracking-normal text-muted">
        {t("title")}
      </h2>
      <ul className="flex flex-col">
        {exams.map(({ setId, name, daysLeft, facts, begun, due }) => (
          <li key={setId} className="border-b border-line">
            <Link href={`/sets/${setId}` as Route} prefetch={false} className="group flex min-h-12 flex-wrap items-baseline justify-between gap-x-4 py-2.5">
              <span className="min-w-0 font-medium wrap-anywhere group-hover:text-accent">{name}</span>
              <span className="text-14 text-muted tabular-nums">
                {t("when", { days: daysLeft })} · {daysLeft === 0 ? t("itIsToday") : [t("begun", { begun, facts }), (due > 0 || begun === facts) && t("due", { due })].filter(Boolean).join(" · ")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
