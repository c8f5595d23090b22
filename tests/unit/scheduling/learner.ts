import { published } from "@/lib/scheduling/constants";
import type { EvidenceForm } from "@/lib/scheduling/constants";
import type { Evidence } from "@/lib/scheduling/evidence";
import type { Answer, MemoryRule } from "@/lib/scheduling/fact-state";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { addDays } from "@/lib/scheduling/learner-day";

export const firstDay = "2026-11-01";
export const rule: MemoryRule = { engine: createFsrsEngine(), constants: published, desiredRetention: 0.9, isGuarded: true };

let count = 0;

/** An answer on the so-manieth day, later than all made before it for that day. */
export function answerOn(day: number, outcome: Evidence["outcome"], more: Partial<Evidence> & { factId?: string } = {}): Answer {
  const { factId = "fact", form = "short-answer" as EvidenceForm, ...evidence } = more;
  const id = `event-${String(++count).padStart(6, "0")}`;
  return { id, factId, atMs: Date.parse(addDays(firstDay, day)) + 40_000_000 + count, learnerDay: addDays(firstDay, day), evidence: { form, outcome, ...evidence } };
}
