import { effectOf, farDays, nearDays, type Choice, type Effect, type Situation } from "@/lib/progress/what-if";
import { factorOf } from "@/lib/scheduling/calibration";
import { published } from "@/lib/scheduling/constants";
import type { DailyLoad } from "@/lib/scheduling/daily-course";
import { isRight, type Evidence } from "@/lib/scheduling/evidence";
import { recallOn } from "@/lib/scheduling/fact-state";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { cardMs, roomForNew } from "@/lib/scheduling/intake";
import { addDays } from "@/lib/scheduling/learner-day";
import { namedRandom } from "@/lib/shared/random";
import { createLearner, type Learner } from "./memory-learner";
import { chooseForm, drawAnswering, gainOf, giveAnswer, type Answering } from "./memory-simulation";
import type { Truth, World } from "./memory-truths";

/** A learner who has studied so many days, each day all that the app asked, and then makes a choice. */
export type Try = { facts: number; daysBefore: number; before: Choice; choice: Choice; newFactsPerDay: number };

/** What was foretold on the day of the choice, and what came of it. */
export type Tried = { foretold: Effect; happened: Effect };

const epoch = "2026-01-01";
const yearDays = 365;
const usualMs = 8000;

/** Whose answers go by the published constants, so that nothing but chance parts them from the forecast. */
export const byTheModel: Answering = { knownBefore: published.knownBefore, slip: published.forms["short-answer"].slip, easeFactor: 1, gainShift: 0, attendance: 1 };

type Scene = { name: string; truth: Truth; answering: Answering; learner: Learner; facts: number; begun: number; load: DailyLoad };

const loadOf = (budget: number, newFactsPerDay: number): DailyLoad => ({ budget, unit: "cards", usualMs, answers: 0, answeringMs: 0, begunToday: 0, newFactsPerDay });

/** One fact as it is asked and answered on a day; a miss is put right at once. Says how many answers it took. */
function ask({ name, truth, answering, learner }: Scene, fact: number, day: number): number {
  const state = learner.stateOf(String(fact));
  const random = namedRandom(state?.reviewCount ?? 0, `${name}:${fact}`);
  const learnerDay = addDays(epoch, day);
  const { engine } = learner.rule();
  const form = state ? chooseForm(random, state.stabilityDays * factorOf(learner.calibration()), recallOn(state, learnerDay, learner.calibration(), engine)) : chooseForm(random, null, 0);
  const recall = state ? truth.recall(fact, day) : random() < answering.knownBefore ? 1 : 0;
  const given = giveAnswer(random, form, recall, answering);
  truth.learn(fact, day, given.isRetrieved && given.isRight, gainOf(form, answering));
  const apply = (evidence: Evidence) => {
    const count = learner.log.length;
    learner.apply({ id: String(count), factId: String(fact), atMs: count, learnerDay, evidence });
    return isRight(evidence);
  };
  if (apply({ form, outcome: given.isRight ? "right" : "wrong" })) return 1;
  apply({ form, outcome: "right" });
  return 2;
}

/** A day as the app holds it; says how many answers were given. */
function studyDay(scene: Scene, day: number): number {
  const today = addDays(epoch, day);
  let [answers, begunToday] = [0, 0];
  for (let fact = 0; fact < scene.begun; fact++) if (scene.learner.stateOf(String(fact))!.dueOn <= today) answers += ask(scene, fact, day);
  while (scene.begun < scene.facts && roomForNew({ ...scene.load, answers, begunToday, reviewsLeft: 0 }) > 0) {
    answers += ask(scene, scene.begun++, day);
    begunToday++;
  }
  return answers;
}

const recalledOn = ({ truth, begun }: Scene, day: number) => Array.from({ length: begun }, (_, fact) => truth.recall(fact, day)).reduce((sum, recall) => sum + recall, 0);

function happen(scene: Scene, daysBefore: number): Effect {
  const [answers, already]: [number[], number] = [[], scene.begun];
  let [recalledFar, begunFar] = [0, 0];
  for (let day = 0; day < yearDays; day++) {
    if (day === farDays) [recalledFar, begunFar] = [recalledOn(scene, daysBefore + day), scene.begun - already];
    answers.push(studyDay(scene, daysBefore + day));
  }
  const workOf = (length: number) => {
    const cards = answers.slice(0, length).reduce((sum, count) => sum + count, 0) / length;
    return { cards, minutes: (cards * cardMs(usualMs)) / 60_000 };
  };
  return { near: workOf(nearDays), far: workOf(farDays), begunFar, recalledFar, recalledYear: recalledOn(scene, daysBefore + yearDays) };
}

/** The same world, seed and number give the same learner, memory and luck. `answering` is drawn for the learner unless it is given. */
export function tryChoice(world: World, { facts, daysBefore, before, choice, newFactsPerDay }: Try, seed: number, number: number, answering?: Answering): Tried {
  const name = `${seed}:${world.name}:${number}`;
  const rule = { engine: createFsrsEngine(), constants: published, desiredRetention: before.desiredRetention, isGuarded: true };
  const learner = createLearner(rule);
  const truth = world.createTruth(namedRandom(seed, `${name}:truth`), number);
  const scene: Scene = { name, truth, answering: answering ?? drawAnswering(namedRandom(seed, `${name}:answering`)), learner, facts, begun: 0, load: loadOf(before.dailyBudget, newFactsPerDay) };
  for (let day = 0; day < daysBefore; day++) studyDay(scene, day);
  const states: Situation["facts"] = Array.from({ length: facts }, (_, fact) => [String(fact), learner.stateOf(String(fact))] as const);
  const foretold = effectOf({ facts: states, calibration: learner.calibration(), rule, today: addDays(epoch, daysBefore), load: scene.load }, choice);
  if (choice.desiredRetention !== before.desiredRetention) learner.refold({ ...rule, desiredRetention: choice.desiredRetention });
  scene.load = loadOf(choice.dailyBudget, newFactsPerDay);
  return { foretold, happened: happen(scene, daysBefore) };
}
