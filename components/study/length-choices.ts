import type { StudyLength } from "@/lib/questions/study-request";

/** The lengths that a session can be begun with, as a form names them. */
export const lengthChoices = ["all", "cards-10", "cards-20", "cards-50", "minutes-5", "minutes-10", "minutes-20"] as const;
export type LengthChoice = (typeof lengthChoices)[number];

/** The length that a choice stands for. */
export function lengthOf(choice: LengthChoice): StudyLength {
  const [unit, count] = choice.split("-");
  return unit === "cards" || unit === "minutes" ? { unit, count: Number(count) } : null;
}
