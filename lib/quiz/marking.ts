import type { Grade } from "@/lib/grading/grade";
import type { Item } from "@/lib/questions/item";
import { answerKindOf } from "@/lib/questions/study-card";
import type { Certainty } from "./attempt";
import type { Marking } from "./quiz-setup";

/** Points of a question; `points` may be below 0, `mostPoints` is what a wholly right answer brings. */
export type Mark = { points: number; mostPoints: number };

/**
 * Certainty-based marking (A. R. Gardner-Medwin, "Confidence assessment in the teaching of basic science", ALT-J 3, 1995): what a right and a wrong answer bring.
 * It pays best to say how sure one is: 2 from two thirds on, 3 from four fifths on.
 */
export const certaintyPoints: Record<Certainty, { right: number; wrong: number }> = {
  1: { right: 1, wrong: 0 },
  2: { right: 2, wrong: -2 },
  3: { right: 3, wrong: -6 },
};

/** What a wrong one of the options costs so that guessing brings nothing on average: 1/(k − 1) with one right option of k. */
function costOfWrong({ type, options, prompts, key }: Item): number {
  const kind = answerKindOf({ form: type, options: options.map(({ text }) => text), ...(prompts && { prompts: [] }) });
  return kind === "choice" && Array.isArray(key) ? key.length / (options.length - key.length) : 0;
}

/** In between, points rise in a straight line with what is right, so that what pays best stays the same for the expected share. */
function markByCertainty(score: number, certainty: Certainty | null): number {
  const { right, wrong } = certaintyPoints[certainty ?? 1];
  return wrong + score * (right - wrong);
}

/** What a wholly right answer brings. */
export const mostPointsBy = (marking: Marking): number => (marking === "certainty" ? certaintyPoints[3].right : 1);

/**
 * The points of an answer by the marking scheme; `grade` is null where it was left blank. Blank and ambiguous answers bring 0 in each of them.
 * `plain`: the score. `negative`: the score, and a wrong one of k options costs 1/(k − 1) (true or false: 1); where more than one option is chosen, ordered, paired or
 * typed nothing is taken away, for such guesses win little. `certainty`: see `certaintyPoints`; who does not say how sure counts as least sure.
 */
export function markAnswer(item: Item, grade: Pick<Grade, "verdict" | "score"> | null, { marking, certainty }: { marking: Marking; certainty: Certainty | null }): Mark {
  const mostPoints = mostPointsBy(marking);
  if (grade === null || grade.verdict === "ambiguous") return { points: 0, mostPoints };
  const { score } = grade;
  switch (marking) {
    case "plain": return { points: score, mostPoints };
    case "negative": return { points: score > 0 ? score : 0 - costOfWrong(item), mostPoints };
    case "certainty": return { points: markByCertainty(score, certainty), mostPoints };
  }
}
