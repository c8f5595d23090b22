/** How much of a learner's day is taken. Times are those from question to answer, in milliseconds. */
export type DayLoad = {
  /** How much to study on a day (≥ 0), in minutes or cards. */
  budget: number;
  unit: "minutes" | "cards";
  /** What an answer takes the learner on average; null while nothing is known. */
  usualMs: number | null;
  /** Cards answered today, and the time that took. */
  answers: number;
  answeringMs: number;
  /** Begun facts that wait today, misses included. */
  reviewsLeft: number;
  begunToday: number;
  /** The most facts to begin on a day (≥ 0), whatever the budget. */
  newFactsPerDay: number;
};

/** A new fact costs so many cards on its first day: it is missed about every second time and then asked again until it is right; ours. */
const cardsPerNewFact = 2;

/** What reading a verdict takes, which no clock measures, and an answer while nothing is known of the learner; ours. */
const readingMs = 4000;
const firstGuessMs = 12_000;

/** The longest time that one answer counts, in milliseconds: whoever takes longer is doing something else. */
export const longestAnswerMs = 60_000;

const minuteMs = 60_000;

/** What a card takes on average, reading its verdict included, in milliseconds > 0. */
export const cardMs = (usualMs: number | null): number => (usualMs ?? firstGuessMs) + readingMs;

/** What is left of the day's budget, in cards; under 0 once more than that was done. */
export function cardsLeft({ budget, unit, usualMs, answers, answeringMs }: Pick<DayLoad, "budget" | "unit" | "usualMs" | "answers" | "answeringMs">): number {
  if (unit === "cards") return budget - answers;
  return (budget * minuteMs - answeringMs - answers * readingMs) / cardMs(usualMs);
}

/**
 * How many more facts may be begun today (a whole number ≥ 0): as many as fit into what the day's reviews leave of the budget, and no more
 * than the learner's own limit (memory-model page §3.9). Never more when more reviews wait.
 */
export function roomForNew(load: DayLoad): number {
  const fits = Math.floor((cardsLeft(load) - load.reviewsLeft) / cardsPerNewFact);
  return Math.max(0, Math.min(fits, load.newFactsPerDay - load.begunToday));
}

/** The mean of what is above 0 of an amount that varies by chance (logistic, by its standard deviation ≥ 0) around `mean`. */
function meanAboveZero(mean: number, deviation: number): number {
  const scale = (deviation * Math.sqrt(3)) / Math.PI;
  return scale === 0 ? Math.max(0, mean) : Math.max(0, mean) + scale * Math.log1p(Math.exp(-Math.abs(mean) / scale));
}

/**
 * The cards ≥ 0 that new facts take on average where a new fact costs `cost` > 0 of them, up to `most` may be begun, and reviews leave `cards` of
 * the budget, give or take a standard deviation: another one is begun as long as there is room for one by `roomForNew`.
 */
export function roomOnAverage(cards: number, deviation: number, cost: number, most: number): number {
  const room = cards - cardsPerNewFact + cost / 2;
  return meanAboveZero(room, deviation) - meanAboveZero(room - most * cost, deviation);
}
