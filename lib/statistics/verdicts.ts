import type { Figures } from "./figures";
import type { OptionStatistics } from "./option-statistics";
import { fewestAnswers, fewestForDistractors, functioningShare, mostUnreached, tooEasy, tooHard, weakBelow } from "./thresholds";

/** What to do about an item, the most pressing first; the page has words for each. */
export const verdictCodes = [
  "check-the-key", "guessing", "too-hard", "too-easy", "weak", "distractor-unused", "seldom-reached", "too-few-answers", "good",
] as const;
export type VerdictCode = (typeof verdictCodes)[number];

/** `options`: the keys of the options that it is about; none where it is about the item as a whole. */
export type Verdict = { code: VerdictCode; options: string[] };

/** What is judged: an item, or a fact or template, which have no options in common. */
type Judged = Figures & { randomGuess?: number | null; options?: readonly OptionStatistics[] };

/** A fact's or template's figures, and negative marking, leave the share of right answers to judge by. */
const shareOf = ({ facility, facilityInterval, right }: Judged) => (facility !== null && facilityInterval ? { share: facility, ...facilityInterval } : { share: right.share!, ...right.interval });

const keysOf = (options: readonly OptionStatistics[]): string[] => options.map(({ key }) => key);

/** An option that most choose stands against the key unless those who do choose the key are clearly those who know more. */
function keyDoubt({ discriminationInterval: interval, options = [] }: Judged): string[] | null {
  const standsForKey = interval !== null && interval.low > 0;
  const better = options.filter(({ outdoesKey }) => outdoesKey);
  const preferred = standsForKey ? [] : options.filter(({ isRight, chosen }) => !isRight && chosen.interval.low > 0.5);
  const doubted = [...new Set([...keysOf(better), ...keysOf(preferred)])];
  return doubted.length > 0 || (interval !== null && interval.high < 0) ? doubted : null;
}

/** As often right as by guessing, surely less often than if half knew it and the others guessed, and no clearer among those who know more. */
function isGuessed({ right, randomGuess = null, discriminationInterval }: Judged): boolean {
  if (randomGuess === null || (discriminationInterval !== null && discriminationInterval.low > 0)) return false;
  const { low, high } = right.interval;
  return low <= randomGuess && randomGuess <= high && high < (1 + randomGuess) / 2;
}

/** The one thing about the item as a whole from which the others would only follow. */
function mainVerdict(judged: Judged): Verdict | null {
  const doubted = keyDoubt(judged);
  if (doubted) return { code: "check-the-key", options: doubted };
  if (isGuessed(judged)) return { code: "guessing", options: [] };
  const { share, low, high } = shareOf(judged);
  if (share <= tooHard.share && high < tooHard.surelyBelow) return { code: "too-hard", options: [] };
  if (share >= tooEasy.share && low > tooEasy.surelyAbove) return { code: "too-easy", options: [] };
  const { discriminationInterval } = judged;
  return discriminationInterval !== null && discriminationInterval.high < weakBelow ? { code: "weak", options: [] } : null;
}

/** What hardly anybody chooses; nothing where the item is so easy that there was nobody left to choose it. */
function unusedDistractors({ reached, options = [] }: Judged): string[] {
  return reached < fewestForDistractors ? [] : keysOf(options.filter(({ isRight, chosen }) => !isRight && chosen.share! < functioningShare));
}

/**
 * What to do about an item, a fact or a template, the most pressing first and never empty: by the thresholds of thresholds.ts, and only where the intervals leave no doubt. `good`: enough answers, and
 * nothing stands out; `too-few-answers`: nothing stands out, and nothing could.
 */
export function verdictsOf(judged: Judged): Verdict[] {
  const { reached, unreached } = judged;
  const verdicts: Verdict[] = [];
  const main = reached < fewestAnswers ? null : mainVerdict(judged);
  if (main) verdicts.push(main);
  const unused = main?.code === "too-easy" ? [] : unusedDistractors(judged);
  if (unused.length > 0) verdicts.push({ code: "distractor-unused", options: unused });
  if (reached + unreached >= fewestAnswers && unreached / (reached + unreached) > mostUnreached) verdicts.push({ code: "seldom-reached", options: [] });
  if (reached < fewestAnswers) return [...verdicts, { code: "too-few-answers", options: [] }];
  return verdicts.length > 0 ? verdicts : [{ code: reached < fewestForDistractors ? "too-few-answers" : "good", options: [] }];
}
