import "server-only";
import { setImmediate } from "node:timers/promises";
import type { Steps } from "@/lib/shared/steps";

/** Nobody else waits longer for the processor than this, in ms, and one step. */
const longestTurn = 10;

/** Does long work step by step; between the steps whatever else waits for the processor has its turn. What is short is done at once. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + longestTurn;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      if (performance.now() > until) break;
    }
    await setImmediate();
  }
}
