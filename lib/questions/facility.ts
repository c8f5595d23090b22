import type { Item, ItemType } from "./item";

/** How much easier (+) or harder (−) a form is than multiple choice, in logits: recognising before recalling, one decision before several. */
const ease: Record<ItemType, number> = {
  "true-false": 0, "multiple-choice": 0, comparison: 0, picture: 0, map: 0, "multi-hop": -0.3, "multiple-response": -0.8, matching: -0.5, ordering: -0.6,
  flashcard: 0.4, cloze: -0.6, "short-answer": -0.7, numeric: -1, date: -1,
};

const byBand = { easy: 0.7, medium: 0, hard: -0.7 } as const;

/** Where most learners stand before any answer is known: somewhat more know a well-known fact than not. */
const start = -0.2;
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/**
 * The share of learners, in (0, 1), that is expected to answer right: guess + (1 − guess) · logistic(start + ease of the form + band
 * + 1.2 · renown − 0.8 · likeness − 1.5 · steps), the three-parameter logistic model (Birnbaum 1968) with weights that are a prior by
 * judgement until answers recalibrate them. With typed cloze the band carries how many like answers there are.
 */
export function predictedFacility({ type, difficulty, features, options }: Pick<Item, "type" | "difficulty" | "features" | "options">): number {
  const { guess, renown, likeness, steps } = features;
  const bank = type === "cloze" && options.length > 0 ? -ease.cloze : 0;
  const known = logistic(start + ease[type] + bank + byBand[difficulty] + 1.2 * renown - 0.8 * likeness - 1.5 * steps);
  return guess + (1 - guess) * known;
}
