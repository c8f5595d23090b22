import type { Route } from "next";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { studyAddress } from "@/lib/questions/study-request";
import { quizAddress } from "@/lib/quiz/address";
import { ActButton } from "./act-button";
import type { ForClassSet } from "./set-actions";

type ClassSetListProps = { classId: string; sets: readonly { id: string; name: string; facts: number }[]; isTeaching: boolean; headingId: string; withdraw: ForClassSet };

/** The sets of a class, each with what can be done with it. */
export function ClassSetList({ classId, sets, isTeaching, headingId, withdraw }: ClassSetListProps) {
  const t = useTranslations("sets");
  return (
    <ul className="flex flex-col">
      {sets.map(({ id, name, facts }) => {
        const scope = { kind: "set", id } as const;
        return (
          <li key={id} className="flex flex-col gap-1 border-b border-line py-3 first:border-t">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <Link href={`/sets/${id}` as Route} prefetch={false} className="min-w-0 text-18 font-medium wrap-anywhere hover:text-accent">
                {name}
              </Link>
              <span className="text-14 text-muted tabular-nums">{t("counts.facts", { facts })}</span>
            </span>
            <span className="flex flex-wrap items-center gap-x-5">
              {facts > 0 && (
                <>
                  <Link href={studyAddress({ scope, mode: "mix", length: null })} prefetch={false} aria-label={t("classes.studyThis", { name })} className="link inline-flex min-h-11 items-center">
                    {t("classes.study")}
                  </Link>
                  <Link href={quizAddress({ scope })} prefetch={false} aria-label={t("classes.quizThis", { name })} className="link inline-flex min-h-11 items-center">
                    {t("classes.quiz")}
                  </Link>
                </>
              )}
              {isTeaching && (
                <ActButton label={t("classes.takeBack")} describedAs={t("classes.takeBackSet", { name })} act={withdraw} input={{ classId, setId: id }} then={{ focus: headingId }} faults={{ failed: t("form.failed") }} look="quiet" />
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
