import { applyAnswer, type FactState, type MemoryRule } from "@/lib/scheduling/fact-state";
import { addDays } from "@/lib/scheduling/learner-day";
import { emptyMemory } from "@/lib/scheduling/learner-memory";
import type { Random } from "@/lib/shared/random";

const firstDay = "2026-01-01";
const daysBefore = 300;

/** The day after all answers. */
export const benchDay = addDays(firstDay, daysBefore);

/** A fact begun on some day of the last months and answered whenever it was due, one time in nine wrongly. */
export function begunFact(rule: MemoryRule, factId: string, random: Random): FactState {
  const { calibration } = emptyMemory(rule);
  let [state, day]: [FactState | null, number] = [null, Math.floor(random() * (daysBefore - 1))];
  do {
    const evidence = { form: "short-answer" as const, outcome: random() < 1 / 9 ? ("wrong" as const) : ("right" as const) };
    state = applyAnswer({ fact: state, calibration }, { id: `${factId}:${day}`, factId, atMs: day, learnerDay: addDays(firstDay, day), evidence }, rule).fact;
    day += state.intervalDays;
  } while (day < daysBefore);
  return state;
}

/** What this process has reckoned so far, in milliseconds of a processor. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
