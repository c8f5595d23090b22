import { published, type EvidenceForm } from "@/lib/scheduling/constants";
import { forecast } from "@/lib/scheduling/evidence";
import { namedRandom, type Random } from "@/lib/shared/random";
import type { SchedulerKind } from "./memory-rivals";
import type { Truth, World } from "./memory-truths";

export type Course = { days: number; factsPerDay: number; newFactDays: number };

/** Half a year, with new facts in the first four months. */
export const wholeCourse: Course = { days: 180, factsPerDay: 4, newFactDays: 120 };

/** What became of one learner: over all scored reviews, the mean recall foretold and the true one; and the time it took. */
export type Outcome = { foretold: number; recalled: number; minutesPerDay: number; reviews: number };

const secondsFor: Record<EvidenceForm, number> = {
  "short-answer": 9, numeric: 9, date: 9, cloze: 9, ordering: 14, matching: 12, "multiple-choice": 7, "cloze-bank": 7, "multiple-response": 10, "true-false": 5, flashcard: 6,
};
/** Reading what would have been right, and answering again in the same session. */
const secondsForMiss = 12;

const probes: readonly EvidenceForm[] = ["true-false", "multiple-choice", "cloze", "ordering", "short-answer", "multiple-response"];

/** The form by the memory-model page §6; all schedulers are asked by the same rule. */
export function chooseForm(random: Random, stabilityDays: number | null, recall: number): EvidenceForm {
  const [isProbe, draw] = [random() < 0.1, random()];
  if (isProbe) return probes[Math.floor(draw * probes.length)]!;
  if (stabilityDays === null) return draw < 0.6 ? "multiple-choice" : "cloze-bank";
  if (stabilityDays < 3) return recall >= 0.8 && draw < 0.5 ? "cloze" : draw < 0.75 ? "multiple-choice" : draw < 0.85 ? "true-false" : "cloze-bank";
  if (stabilityDays < 15) return draw < 0.5 ? "cloze" : "short-answer";
  return draw < 0.8 ? "short-answer" : probes[Math.floor((draw - 0.8) * 5 * probes.length)]!;
}

/** How a learner really answers: the published priors are true only on average. */
export type Answering = { knownBefore: number; slip: number; easeFactor: number; gainShift: number; attendance: number };

export const drawAnswering = (random: Random): Answering => ({
  knownBefore: 0.02 + 0.3 * random(),
  slip: 0.05 * random(),
  easeFactor: 0.5 + random(),
  gainShift: 0.3 * (random() - 0.5),
  attendance: 0.85 + 0.15 * random(),
});

type Given = { isRight: boolean; isRetrieved: boolean };

export function giveAnswer(random: Random, form: EvidenceForm, recall: number, { slip, easeFactor }: Answering): Given {
  const { ease } = published.forms[form];
  const { recognised } = forecast(recall, { form, questionEase: ease * (easeFactor - 1) }, published);
  const isRetrieved = random() < recognised;
  const luck = random();
  const guess = published.forms[form].guess(published.forms[form].usualCount);
  return { isRetrieved, isRight: isRetrieved ? luck >= slip : luck < guess };
}

/** Right is what is recalled, and nothing else. */
function answerPlainly(random: Random, recall: number): Given {
  const isRetrieved = random() < recall;
  return { isRetrieved, isRight: isRetrieved };
}

export const gainOf = (form: EvidenceForm, { gainShift }: Answering) => {
  const { gain, proof } = published.forms[form];
  return proof === "produced" ? gain : Math.min(1, Math.max(0.2, gain + gainShift));
};

type Tally = { foretold: number; recalled: number; reviews: number; seconds: number };

type Scene = { seed: string; world: World; truth: Truth; answering: Answering; scheduler: ReturnType<SchedulerKind["create"]>; tally: Tally; answered: Map<number, number> };

/** One scored answer; its chances hang on learner, fact and how often it was asked, so that schedulers are compared on the same luck. */
function ask({ seed, world, truth, answering, scheduler, tally, answered }: Scene, fact: number, day: number): void {
  const times = answered.get(fact) ?? 0;
  const random = namedRandom(times, `${seed}:${fact}`);
  const isNew = times === 0;
  const recall = isNew ? (random() < answering.knownBefore ? 1 : 0) : truth.recall(fact, day);
  const foretold = isNew ? 0 : scheduler.recall(fact, day);
  const form = world.isPlain ? "short-answer" : chooseForm(random, isNew ? null : scheduler.stabilityDays(fact), foretold);
  const { isRight, isRetrieved } = world.isPlain ? answerPlainly(random, recall) : giveAnswer(random, form, recall, answering);
  if (!isNew) {
    tally.foretold += foretold;
    tally.recalled += recall;
    tally.reviews++;
  }
  tally.seconds += secondsFor[form] + (isRight ? 0 : secondsForMiss);
  truth.learn(fact, day, isRetrieved && isRight, gainOf(form, answering));
  scheduler.answer(fact, day, { form, outcome: isRight ? "right" : "wrong" });
  answered.set(fact, times + 1);
}

/** Studies a whole course with one scheduler. The same world, seed and learner give the same memory and the same luck to every scheduler. */
export async function simulate(world: World, kind: SchedulerKind, { days, factsPerDay, newFactDays }: Course, seed: number, learner: number): Promise<Outcome> {
  const name = `${seed}:${world.name}:${learner}`;
  const answering = drawAnswering(namedRandom(seed, `${name}:answering`));
  const present = namedRandom(seed, `${name}:present`);
  const tally: Tally = { foretold: 0, recalled: 0, reviews: 0, seconds: 0 };
  const scene: Scene = { seed: name, world, truth: world.createTruth(namedRandom(seed, `${name}:truth`), learner), answering, scheduler: kind.create(), tally, answered: new Map() };
  const due: Set<number>[] = Array.from({ length: days + 1 }, () => new Set());
  let begun = 0;
  for (let day = 0; day < days; day++) {
    const today = [...due[day]!].sort((a, b) => a - b);
    if (present() >= answering.attendance) {
      for (const fact of today) due[day + 1]!.add(fact);
      continue;
    }
    const fresh = day < newFactDays ? Array.from({ length: factsPerDay }, () => begun++) : [];
    for (const fact of [...today, ...fresh]) {
      ask(scene, fact, day);
      const next = Math.max(day + 1, scene.scheduler.dueDay(fact));
      if (next <= days) due[next]!.add(fact);
    }
    await scene.scheduler.rest?.();
  }
  const { foretold, recalled, reviews, seconds } = tally;
  return { foretold: foretold / reviews, recalled: recalled / reviews, minutesPerDay: seconds / 60 / days, reviews };
}
