import "server-only";
import { countAttempt } from "@/lib/auth/rate-limit";
import { getDatabase } from "@/lib/db/database";
import { effectOf, type Choice, type Effect, type Situation } from "@/lib/progress/what-if";
import type { DailyLoad } from "@/lib/scheduling/daily-course";
import { budgetOf, loadDayDone, type DayDone } from "./day-load";
import { calibrationOf, ruleOf, type Learner } from "./learner";
import { loadLearnerFacts, type LearnerFacts } from "./learner-facts";
import { everything } from "./progress-basis";
import type { Viewer } from "./viewer";

/** What the learner's days hold, and what has been done of today. */
const dailyLoadOf = (learner: Learner, done: DayDone): DailyLoad => ({ ...budgetOf(learner), ...done });

/** All that may be asked and is not put aside for ever, begun or not. */
export function situationOf(learnerFacts: LearnerFacts, done: DayDone): Situation {
  const { learner, today, coming } = learnerFacts;
  return { facts: coming(everything(learnerFacts)), calibration: calibrationOf(learner), rule: ruleOf(learner), today, load: dailyLoadOf(learner, done) };
}

/** What another desired retention and daily budget would come to; nothing is changed. Throws UNAUTHENTICATED without a user. */
export async function whatIf(viewer: Viewer, choice: Choice, now: Date): Promise<Effect> {
  const learnerFacts = await loadLearnerFacts(viewer, now);
  const done = await loadDayDone(await getDatabase(), { userId: learnerFacts.learner.id, today: learnerFacts.today });
  return effectOf(situationOf(learnerFacts, done), choice);
}

/** The same for who moves sliders: each place takes the server some hundredths of a second, so above 120 in a minute this throws RATE_LIMITED. */
export async function tryOut(viewer: Viewer, choice: Choice, now: Date): Promise<Effect> {
  await countAttempt(await getDatabase(), { kind: "what-if-user", of: viewer.userId, now });
  return whatIf(viewer, choice, now);
}
