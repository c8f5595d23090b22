import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { factorOf } from "@/lib/scheduling/calibration";
import { neutral, published } from "@/lib/scheduling/constants";
import type { Rating } from "@/lib/scheduling/engine";
import { forecast, isRight } from "@/lib/scheduling/evidence";
import { recallOn, type Answer, type MemoryRule } from "@/lib/scheduling/fact-state";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { compareAnswers } from "@/lib/scheduling/learner-memory";
import type { Train } from "@/lib/scheduling/parameters";
import { createLearner, createTrainer, type Trials } from "./memory-learner";

const logFile = join("..", "shared", "data", "review-log-one-user.csv");
const days = { timeZone: "UTC", dayStartHour: 4 };
const surest = 1e-6;

function toAnswer(line: string, number: number): Answer {
  const [factId, rating, at] = line.split(",") as [string, string, string];
  const atMs = Date.parse(at);
  const evidence = { form: "flashcard" as const, outcome: Number(rating) as Rating };
  return { id: String(number).padStart(9, "0"), factId, atMs, learnerDay: learnerDayOf(atMs, days), evidence };
}

type Contender = { name: string; rule: MemoryRule; train?: Train };

/** The log loss of what was foretold of each card's first answer of a day, and the calibration that the log ends with. */
async function foretell(answers: readonly Answer[], { rule, train }: Contender) {
  const learner = createLearner(rule);
  const trials: Trials = { tried: 0, accepted: 0 };
  const rest = train && createTrainer(learner, train, trials);
  let [loss, count, day] = [0, 0, ""];
  for (const answer of answers) {
    if (answer.learnerDay > day) await rest?.();
    day = answer.learnerDay;
    const fact = learner.stateOf(answer.factId);
    if (fact && day > fact.lastDay) {
      const { right } = forecast(recallOn(fact, day, learner.calibration(), learner.rule().engine), answer.evidence, rule.constants);
      const chance = Math.min(1 - surest, Math.max(surest, right));
      loss -= Math.log(isRight(answer.evidence) ? chance : 1 - chance);
      count++;
    }
    learner.apply(answer);
  }
  return { loss: loss / count, count, factor: factorOf(learner.calibration()), trials };
}

/** One person's real log, foretold by our model, with own parameters, without calibration, and by FSRS-6 with answers of the same day. */
export async function benchRealLog(train: Train | null): Promise<void> {
  if (!existsSync(logFile)) {
    console.log(`${logFile} is absent: no real log is foretold.`);
    return;
  }
  const answers = readFileSync(logFile, "utf8").trim().split("\n").slice(1).map(toAnswer).sort(compareAnswers);
  const base = { engine: createFsrsEngine(), desiredRetention: 0.9 };
  const guarded = { ...base, constants: published, isGuarded: true };
  const contenders: Contender[] = [
    { name: "ours", rule: guarded },
    ...(train ? [{ name: "ours, own parameters", rule: guarded, train }] : []),
    { name: "ours, uncalibrated", rule: { ...guarded, constants: { ...published, calibration: neutral.calibration } } },
    { name: "plain FSRS-6, same-day answers included", rule: { ...base, constants: neutral, isGuarded: false } },
  ];
  console.log(`\nA real log of ${answers.length.toLocaleString("en")} answers:`);
  for (const contender of contenders) {
    const { loss, count, factor, trials } = await foretell(answers, contender);
    const told = contender.train ? `, parameters tried ${trials.tried} times, accepted ${trials.accepted} times` : "";
    console.log(`${contender.name.padEnd(42)} log loss ${loss.toFixed(4)} over ${count.toLocaleString("en")} answers, c ${factor.toFixed(2)}${told}`);
  }
}
