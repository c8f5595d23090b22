import { factorOf, type Calibration } from "@/lib/scheduling/calibration";
import { dailyCourse, type DailyCourse, type DailyLoad } from "@/lib/scheduling/daily-course";
import { isMissed, type FactState, type MemoryRule } from "@/lib/scheduling/fact-state";
import { cardMs } from "@/lib/scheduling/intake";
import { longestInterval, plannedDays } from "@/lib/scheduling/interval";
import { addDays, type LearnerDay } from "@/lib/scheduling/learner-day";

/** A learner's facts by their ids (null: not begun), and what their days hold now. `rule` has the desired retention that is set. */
export type Situation = {
  facts: readonly (readonly [factId: string, state: FactState | null])[];
  calibration: Calibration;
  rule: MemoryRule;
  today: LearnerDay;
  load: DailyLoad;
};

/** What may be tried: a desired retention in [0.75, 0.97], and a daily budget ≥ 0 in the learner's unit. */
export type Choice = { desiredRetention: number; dailyBudget: number };

/** What a choice would come to: cards and minutes a day, averaged over so many days, and facts recalled or begun; none of them whole. */
export type Effect = { near: Work; far: Work; begunFar: number; recalledFar: number; recalledYear: number };
export type Work = { cards: number; minutes: number };

/** Over how many days the work is averaged, and after how many the recall is told. */
export const nearDays = 30;
export const farDays = 90;
const yearDays = 365;

/** The state with the days on which it comes back by another desired retention, as if the log were folded by it (with the calibration of today). */
export function replanned(factId: string, state: FactState, { calibration, rule: { engine } }: Pick<Situation, "calibration" | "rule">, desiredRetention: number): FactState {
  const days = factorOf(calibration) * engine.exactInterval(state, desiredRetention);
  const intervalDays = plannedDays(days, longestInterval(state.lastProof, state.previousProof), `${factId}:${state.lastDay}`);
  return { ...state, intervalDays, dueOn: isMissed(state) ? state.dueOn : addDays(state.lastDay, intervalDays) };
}

/** The course of the next year by a choice if all that the app asks is answered each day (lib/scheduling/daily-course.ts). */
function yearOf(situation: Situation, { desiredRetention, dailyBudget }: Choice): DailyCourse {
  const { facts, rule, load, ...rest } = situation;
  const isSame = desiredRetention === rule.desiredRetention;
  const states = facts.map(([factId, state]) => (state && !isSame ? replanned(factId, state, situation, desiredRetention) : state));
  return dailyCourse({ ...rest, facts: states, rule: { ...rule, desiredRetention } }, { ...load, budget: dailyBudget }, yearDays, [farDays, yearDays]);
}

/** What a year comes to that `yearOf` foretells. */
function effectIn({ days, recalled }: DailyCourse, { usualMs }: Pick<DailyLoad, "usualMs">): Effect {
  const [recalledFar, recalledYear] = recalled;
  const workOf = (length: number): Work => {
    const cards = days.slice(0, length).reduce((sum, { answers }) => sum + answers, 0) / length;
    return { cards, minutes: (cards * cardMs(usualMs)) / 60_000 };
  };
  const begunFar = days.slice(0, farDays).reduce((sum, { begun }) => sum + begun, 0);
  return { near: workOf(nearDays), far: workOf(farDays), begunFar, recalledFar: recalledFar!, recalledYear: recalledYear! };
}

/** What a choice would come to. */
export const effectOf = (situation: Situation, choice: Choice): Effect => effectIn(yearOf(situation, choice), situation.load);
