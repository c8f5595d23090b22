import type { Calibration } from "@/lib/scheduling/calibration";
import { applyAnswer, type Answer, type FactState, type MemoryRule } from "@/lib/scheduling/fact-state";
import { createFsrsEngine, defaultWeights } from "@/lib/scheduling/fsrs";
import { emptyMemory, foldLog } from "@/lib/scheduling/learner-memory";
import { isTrainingDue, trainingItems, tryParameters, type Train } from "@/lib/scheduling/parameters";

/** A learner whose memory is folded as the app does it, by a rule that can be exchanged for another. */
export type Learner = {
  log: readonly Answer[];
  rule(): MemoryRule;
  calibration(): Calibration;
  stateOf(factId: string): FactState | null;
  /** An answer later than all before it. */
  apply(answer: Answer): void;
  /** Folds the whole log anew. */
  refold(next: MemoryRule): void;
};

export function createLearner(first: MemoryRule): Learner {
  const log: Answer[] = [];
  let rule = first;
  let facts = new Map<string, FactState>();
  let { calibration } = emptyMemory(rule);
  return {
    log,
    rule: () => rule,
    calibration: () => calibration,
    stateOf: (factId) => facts.get(factId) ?? null,
    apply(answer) {
      const after = applyAnswer({ fact: facts.get(answer.factId) ?? null, calibration }, answer, rule);
      log.push(answer);
      facts.set(answer.factId, after.fact);
      calibration = after.calibration;
    },
    refold(next) {
      const memory = foldLog(log, next);
      [rule, facts, calibration] = [next, new Map(memory.facts), memory.calibration];
    },
  };
}

/** How often parameters of the learner's own were tried, and how often accepted. */
export type Trials = { tried: number; accepted: number };

/** What to do between two days so that a learner gets parameters of their own when memory-model page §5 asks for it; `trials` is counted up. */
export function createTrainer(learner: Learner, train: Train, trials: Trials): () => Promise<void> {
  let weights = defaultWeights;
  let lastCount: number | null = null;
  return async () => {
    const items = trainingItems(learner.log);
    if (!isTrainingDue(items.length, lastCount)) return;
    lastCount = items.length;
    const trial = await tryParameters(items, weights, train);
    trials.tried++;
    if (!trial.weights) return;
    trials.accepted++;
    weights = trial.weights;
    learner.refold({ ...learner.rule(), engine: createFsrsEngine(weights), fittedAtMs: learner.log.at(-1)!.atMs + 1 });
  };
}
