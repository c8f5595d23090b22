import { published } from "@/lib/scheduling/constants";
import { forecast } from "@/lib/scheduling/evidence";
import { applyAnswer, recallOn, type FactState } from "@/lib/scheduling/fact-state";
import { planExam } from "@/lib/scheduling/exam-plan";
import { defaultWeights } from "@/lib/scheduling/fsrs";
import { addDays } from "@/lib/scheduling/learner-day";
import { emptyMemory } from "@/lib/scheduling/learner-memory";
import { namedRandom } from "@/lib/shared/random";
import { fsrs6World } from "@/scripts/memory-truths";
import { rule } from "./learner";

export const today = "2026-11-23";

export type ExamStudy = { facts: number; days: number; goal: number; capacity: number };

/** What came of it: the true share recalled on the day of the exam, the share foretold on that day, and the answers of each day. */
export type ExamOutcome = { recalled: number; foretold: number; answers: number[] };

/**
 * A learner who remembers as FSRS-6 says, with memories that the plan cannot see, and who does each day what the plan of that day asks for, in the order
 * of the session: what is due, then new facts, then the least well recalled; what is missed once more on the same day.
 */
export function studyForExam({ facts, days, goal, capacity }: ExamStudy, learner: number): ExamOutcome {
  const random = namedRandom(learner, "exam");
  const truth = fsrs6World([defaultWeights]).createTruth(namedRandom(learner, "truth"), 0);
  const states: (FactState | null)[] = Array.from({ length: facts }, () => null);
  let { calibration } = emptyMemory(rule);
  const examOn = addDays(today, days);
  const answers: number[] = [];

  const ask = (fact: number, day: number): boolean => {
    const before = states[fact]!;
    const on = addDays(today, day);
    const form = before && before.stabilityDays >= 3 ? ("short-answer" as const) : ("multiple-choice" as const);
    const recall = before ? truth.recall(fact, day) : random() < published.knownBefore ? 1 : 0;
    const { recognised } = forecast(recall, { form }, published);
    const isRetrieved = random() < recognised;
    const isRight = isRetrieved ? random() >= published.forms[form].slip : random() < published.forms[form].guess(4);
    truth.learn(fact, day, isRetrieved && isRight, published.forms[form].gain);
    const answer = { id: `${fact}:${day}`, factId: String(fact), atMs: day * 86_400_000, learnerDay: on, evidence: { form, outcome: isRight ? ("right" as const) : ("wrong" as const) } };
    const after = applyAnswer({ fact: before, calibration }, answer, rule);
    states[fact] = isRight ? after.fact : applyAnswer(after, { ...answer, id: `${answer.id}:again`, evidence: { form, outcome: "right" } }, rule).fact;
    calibration = after.calibration;
    return isRight;
  };

  for (let day = 0; day < days; day++) {
    const on = addDays(today, day);
    const plan = planExam({ facts: states, calibration, rule, today: on, goal }, examOn, capacity);
    const wanted = plan.isReachable ? Math.round(plan.days[0]?.answers ?? 0) : capacity;
    const recall = (state: FactState) => recallOn(state, on, calibration, rule.engine);
    const urgency = (state: FactState | null) => (state === null ? 1 : state.dueOn <= on ? 0 : 2 + recall(state));
    const order = [...states.keys()].sort((a, b) => urgency(states[a]!) - urgency(states[b]!) || a - b);
    let done = 0;
    for (const fact of order) {
      if (done >= wanted) break;
      done += ask(fact, day) ? 1 : 2;
    }
    answers.push(done);
  }
  const share = (of: (fact: number) => number) => states.reduce((sum, state, fact) => sum + (state ? of(fact) : 0), 0) / facts;
  return { recalled: share((fact) => truth.recall(fact, days)), foretold: share((fact) => recallOn(states[fact]!, examOn, calibration, rule.engine)), answers };
}
