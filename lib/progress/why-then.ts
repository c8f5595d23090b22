import { factorOf, type Calibration } from "@/lib/scheduling/calibration";
import type { Proof } from "@/lib/scheduling/constants";
import { isMissed, recallOn, type FactState, type MemoryRule } from "@/lib/scheduling/fact-state";
import { longestInterval } from "@/lib/scheduling/interval";
import { addDays, type LearnerDay } from "@/lib/scheduling/learner-day";

/**
 * Why a fact comes back on the day it does: a miss waits to be put right (`missed`), its chance of recall is then about what the learner aims at (`planned`),
 * or it may not rest longer yet: after its first answer (`first`), or while no answer showed more than `guessable` or `recognised`.
 */
export type WhyThen = "missed" | "planned" | "first" | Exclude<Proof, "produced">;

/** What is foretold of one fact: its chance in [0, 1] today and on the day it is due, and the first day on which that is as low as the retention aimed at, or lower. */
export type Outlook = { recall: number; recallWhenDue: number; sinksOn: LearnerDay; why: WhyThen };

function whyThen(fact: FactState, wantedDays: number): WhyThen {
  if (isMissed(fact)) return "missed";
  if (wantedDays <= longestInterval(fact.lastProof, fact.previousProof)) return "planned";
  if (fact.previousProof === null) return fact.lastProof === "guessable" ? "guessable" : "first";
  return fact.lastProof === "guessable" && fact.previousProof === "guessable" ? "guessable" : "recognised";
}

/** The outlook of a begun fact on a learner's day; `calibration` is the learner's of now. */
export function outlookOf(fact: FactState, today: LearnerDay, calibration: Calibration, { engine, desiredRetention }: Pick<MemoryRule, "engine" | "desiredRetention">): Outlook {
  const wantedDays = factorOf(calibration) * engine.exactInterval(fact, desiredRetention);
  return {
    recall: recallOn(fact, today, calibration, engine),
    recallWhenDue: recallOn(fact, fact.dueOn, calibration, engine),
    sinksOn: addDays(fact.lastDay, Math.ceil(wantedDays)),
    why: whyThen(fact, wantedDays),
  };
}
