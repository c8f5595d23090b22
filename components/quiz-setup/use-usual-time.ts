import { useRef } from "react";
import type { ChangeEvent } from "react";
import type { QuizSetup } from "@/lib/quiz/quiz-setup";

/** One minute for each question, until somebody sets another time. */
const isUsualTime = ({ timer, count }: Pick<QuizSetup, "timer" | "count">) => timer.kind !== "paper" || timer.seconds === 60 * count;

/** Lets the minutes of a form follow its number of questions; to be told of each change. */
export function useUsualTime(setup: Pick<QuizSetup, "timer" | "count">) {
  const followsCount = useRef(isUsualTime(setup));
  return ({ target, currentTarget }: ChangeEvent<HTMLFormElement>) => {
    const { name, value } = target as unknown as HTMLInputElement;
    if (name === "minutes") followsCount.current = false;
    const minutes = currentTarget.querySelector<HTMLInputElement>("[name=minutes]");
    const isCount = name === "otherCount" || (name === "count" && value !== "other");
    if (isCount && followsCount.current && minutes && Number(value) > 0) minutes.value = value;
  };
}
