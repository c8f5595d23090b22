import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cardsOf, heaviestDay, type ForecastDay } from "@/lib/progress/forecast";
import { Band } from "./band";
import { ComingForecast } from "./coming-forecast";
import { ComingGoals, type ListedGoals } from "./coming-goals";
import { weekdayAndDay } from "./learning-day-names";
import { StudyChosen, type ChosenStudy } from "./study-chosen";

type ComingBandProps = {
  report: { due: number; days: readonly ForecastDay[]; toStudy: ChosenStudy | null; goals: ListedGoals };
  about: ChosenStudy["about"];
  /** What other settings would change. */
  whatIf: ReactNode;
};

function useAnswer(days: readonly ForecastDay[], due: number): string {
  const t = useTranslations("progressComing.answer");
  const heaviest = heaviestDay(days);
  const [today] = days;
  if (Math.round(cardsOf(heaviest)) === 0) return t("nothing", { span: days.length });
  const minutes = Math.round((today!.minutes * (today!.planned + today!.repeats)) / cardsOf(today!));
  const most = { span: days.length, day: weekdayAndDay(heaviest.day), cards: Math.round(cardsOf(heaviest)) };
  if (due === 0) return heaviest === today ? t("newToday", most) : t("later", most);
  return t(heaviest === today ? "today" : "both", { due, minutes, ...most });
}

export function ComingBand({ report: { due, days, toStudy, goals }, about, whatIf }: ComingBandProps) {
  const t = useTranslations("progressComing");
  const answer = useAnswer(days, due);
  return (
    <Band question={t("title")} answer={answer} action={due > 0 && toStudy && <StudyChosen study={toStudy} />}>
      {days.some((day) => cardsOf(day) >= 0.5) && <ComingForecast days={days} about={about} />}
      {goals.goals.length > 0 && <ComingGoals listed={goals} />}
      {whatIf}
    </Band>
  );
}
