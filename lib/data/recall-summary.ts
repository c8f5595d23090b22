import "server-only";
import { loadLearnerFacts, recalledToday } from "./learner-facts";
import { everything } from "./progress-basis";
import type { Viewer } from "./viewer";

/** Of all facts that may be asked, as many as the viewer would recall today, as foretold; not whole. From the memory states alone, without the log. */
export async function recallSummary(viewer: Viewer, now: Date): Promise<{ facts: number; recalled: number }> {
  const learnerFacts = await loadLearnerFacts(viewer, now);
  const facts = everything(learnerFacts);
  return { facts: facts.length, recalled: recalledToday(facts, learnerFacts) };
}
