import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Fragment, useId } from "react";
import type { Outlook } from "@/lib/progress/why-then";
import { daysBetween, type LearnerDay } from "@/lib/scheduling/learner-day";
import { chancePercent } from "./chance-percent";
import { fullDay } from "./learning-day-names";

export type ShownStanding = {
  today: LearnerDay;
  standing: (Outlook & { dueOn: LearnerDay; reviews: number; lapses: number }) | null;
  desiredRetention: number;
  choice: { isSuspended: boolean; buriedUntil: LearnerDay | null; mnemonic: string };
  mayBeAsked: boolean;
};

/** What is foretold of the fact, when it comes back, and why then. */
export function FactHistoryStanding({ history }: { history: ShownStanding }) {
  const t = useTranslations("factHistory.standing");
  const titleId = useId();
  const { choice, standing } = history;
  const notes: [string, ReactNode][] = choice.mnemonic === "" ? [] : [[t("note"), choice.mnemonic]];
  const lines = [...useStandingLines(history), ...notes];
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3">
      <h2 id={titleId} className="text-22">
        {standing ? t("title") : t("titleNote")}
      </h2>
      <dl className="grid border-t border-line sm:grid-cols-[minmax(0,2fr)_minmax(0,5fr)]">
        {lines.map(([term, text]) => (
          <Fragment key={term}>
            <dt className="pt-3 text-muted sm:border-b sm:border-line sm:pb-3">{term}</dt>
            <dd className="border-b border-line pb-3 whitespace-pre-line sm:pt-3">{text}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function useStandingLines({ today, standing, desiredRetention, choice, mayBeAsked }: ShownStanding): [string, ReactNode][] {
  const t = useTranslations("factHistory.standing");
  if (!standing) return [];
  const { recall, recallWhenDue, sinksOn, dueOn, why, reviews, lapses } = standing;
  const aim = chancePercent(desiredRetention);
  const isAhead = sinksOn > today;
  const sinks = { aim, day: fullDay(sinksOn), days: isAhead ? daysBetween(today, sinksOn) : daysBetween(sinksOn, today) };
  const comes = dueOn <= today ? t("isDue", { day: fullDay(dueOn) }) : t("comesOn", { day: fullDay(dueOn), days: daysBetween(today, dueOn) });
  const because = why === "planned" ? t("why.planned", { percent: chancePercent(recallWhenDue), aim }) : t(`why.${why}`);
  return [
    [t("recall"), t("recallOf", { percent: chancePercent(recall) })],
    [t("firm"), isAhead ? t("sinks", sinks) : t("sank", sinks)],
    ...(mayBeAsked ? [[t("comes"), whenOf()] satisfies [string, ReactNode]] : []),
    [t("counted"), t("countedOf", { reviews, lapses })],
  ];

  function whenOf(): string {
    if (choice.isSuspended) return t("suspended");
    if (choice.buriedUntil !== null) return t("buried", { day: fullDay(choice.buriedUntil) });
    return `${comes} ${because}`;
  }
}
