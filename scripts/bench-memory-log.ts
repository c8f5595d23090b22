import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { neutral, published } from "@/lib/scheduling/constants";
import type { Rating } from "@/lib/scheduling/engine";
import { forecast, isRight } from "@/lib/scheduling/evidence";
import { applyAnswer, recallOn, type Answer, type FactState, type MemoryRule } from "@/lib/scheduling/fact-state";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { compareAnswers, emptyMemory } from "@/lib/scheduling/learner-memory";

const logFile = join("..", "shared", "data", "review-log-one-user.csv");
const days = { timeZone: "UTC", dayStartHour: 4 };
const surest = 1e-6;

function toAnswer(line: string, number: number): Answer {
  const [factId, rating, at] = line.split(",") as [string, string, string];
  const atMs = Date.parse(at);
  const evidence = { form: "flashcard" as const, outcome: Number(rating) as Rating };
  return { id: String(number).padStart(9, "0"), factId, atMs, learnerDay: learnerDayOf(atMs, days), evidence };
}

/** The log loss of what was foretold of each card's first answer of a day, and the calibration that the log ends with. */
function foretell(answers: readonly Answer[], rule: MemoryRule) {
  const facts = new Map<string, FactState>();
  let { calibration } = emptyMemory(rule);
  let [loss, count] = [0, 0];
  for (const answer of answers) {
    const fact = facts.get(answer.factId) ?? null;
    if (fact && answer.learnerDay > fact.lastDay) {
      const { right } = forecast(recallOn(fact, answer.learnerDay, calibration, rule.engine), answer.evidence, rule.constants);
      const chance = Math.min(1 - surest, Math.max(surest, right));
      loss -= Math.log(isRight(answer.evidence) ? chance : 1 - chance);
      count++;
    }
    const after = applyAnswer({ fact, calibration }, answer, rule);
    facts.set(answer.factId, after.fact);
    calibration = after.calibration;
  }
  return { loss: loss / count, count, factor: Math.exp(calibration.mu) };
}

/** One person's real log, foretold by our model, without its calibration, and by FSRS-6 with answers of the same day. */
export function benchRealLog(): void {
  if (!existsSync(logFile)) {
    console.log(`${logFile} is absent: no real log is foretold.`);
    return;
  }
  const answers = readFileSync(logFile, "utf8").trim().split("\n").slice(1).map(toAnswer).sort(compareAnswers);
  const base = { engine: createFsrsEngine(), desiredRetention: 0.9 };
  const rules: [string, MemoryRule][] = [
    ["ours", { ...base, constants: published, isGuarded: true }],
    ["ours, uncalibrated", { ...base, constants: { ...published, calibration: neutral.calibration }, isGuarded: true }],
    ["plain FSRS-6, same-day answers included", { ...base, constants: neutral, isGuarded: false }],
  ];
  console.log(`\nA real log of ${answers.length.toLocaleString("en")} answers:`);
  for (const [name, rule] of rules) {
    const { loss, count, factor } = foretell(answers, rule);
    console.log(`${name.padEnd(42)} log loss ${loss.toFixed(4)} over ${count.toLocaleString("en")} answers, c ${factor.toFixed(2)}`);
  }
}
