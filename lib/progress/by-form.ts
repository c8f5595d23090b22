import { published, type EvidenceForm, type Proof } from "@/lib/scheduling/constants";
import type { History } from "./history";
import { shareOf, type Share } from "./share";

/** What an answer proves, as the memory weighs it; flashcards stand by themselves, since their learner is their judge. */
export const waysOfAnswering = ["guessable", "recognised", "produced", "flashcard"] as const;
export type WayOfAnswering = Proof | "flashcard";

/** The reviews answered in one way: the mean chance in [0, 1] that was foretold, and what came true. */
export type WayLine = { way: WayOfAnswering; foretold: number; right: Share };

const wayOf = (form: string): WayOfAnswering => (form === "flashcard" ? form : published.forms[form as EvidenceForm].proof);

/** The reviews at these places by the way of answering, from the easiest to the hardest; ways without a review are left out. */
export function byWay({ forms, form, foretold, right }: History, places: Uint32Array): WayLine[] {
  const wayOfForm = forms.map((name) => waysOfAnswering.indexOf(wayOf(name)));
  const sums = waysOfAnswering.map(() => ({ count: 0, chances: 0, right: 0 }));
  for (const i of places) {
    const sum = sums[wayOfForm[form[i]!]!]!;
    sum.count += 1;
    sum.chances += foretold[i]!;
    sum.right += right[i]!;
  }
  return waysOfAnswering.flatMap((way, index) => {
    const { count, chances, right: rightOnes } = sums[index]!;
    return count === 0 ? [] : [{ way, foretold: chances / count, right: shareOf(rightOnes, count) }];
  });
}

/** Beyond what chance may do, so much more must be recognised than produced to be worth a word. */
const wideGap = 0.1;
const fewestToCompare = 20;

/**
 * Whether the learner recognises the answer clearly more often than they produce it: by ten points at least, even at the near end of the
 * difference's interval (Newcombe 1998, method 10: from the Wilson intervals of both), twenty reviews of either kind given.
 */
export function isMostlyRecognised(lines: readonly WayLine[]): boolean {
  const [recognised, produced] = ["recognised", "produced"].map((way) => lines.find((line) => line.way === way)?.right);
  if (!recognised || !produced || recognised.count < fewestToCompare || produced.count < fewestToCompare) return false;
  const reach = Math.hypot(recognised.share - recognised.low, produced.high - produced.share);
  return recognised.share - produced.share - reach >= wideGap;
}
