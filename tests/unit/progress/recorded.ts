import { emptyMemory } from "@/lib/scheduling/learner-memory";
import type { Answer } from "@/lib/scheduling/fact-state";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import type { History } from "@/lib/progress/history";
import { continueHistory } from "@/lib/progress/record-history";
import { rule } from "../scheduling/learner";

/** The history of answers in the order of the log. */
export const recorded = (answers: readonly Answer[]): History => continueHistory(null, emptyMemory(rule), answers, rule).history;

let count = 0;

/** An answer at an instant, by a learner who is in a zone then and whose day begins at four. */
export function answerAt(instant: string, timeZone: string, factId = "fact"): Answer {
  const atMs = Date.parse(instant);
  return { id: `at-${++count}`, factId, atMs, learnerDay: learnerDayOf(atMs, { timeZone, dayStartHour: 4 }), evidence: { form: "short-answer", outcome: "right", elapsedMs: 4000 } };
}
