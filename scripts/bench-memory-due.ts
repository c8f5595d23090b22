import { published } from "@/lib/scheduling/constants";
import { applyAnswer, type Answer, type FactState, type MemoryRule } from "@/lib/scheduling/fact-state";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { addDays } from "@/lib/scheduling/learner-day";
import { foldLog, type LearnerMemory } from "@/lib/scheduling/learner-memory";
import { byUrgency } from "@/lib/scheduling/queue";
import { seededRandom } from "@/lib/shared/random";

const factCount = 10_000;
const aimMs = 50;
const rounds = 9;
const today = "2027-03-01";
const rule: MemoryRule = { engine: createFsrsEngine(), constants: published, desiredRetention: 0.9, isGuarded: true };

function createLog(): Answer[] {
  const random = seededRandom(3);
  const answers: Answer[] = [];
  for (let fact = 0; fact < factCount; fact++) {
    for (let day = Math.floor(random() * 60); day < 400; day = day * 2 + 1 + Math.floor(random() * 5)) {
      answers.push({ id: `${fact}-${day}`, factId: `fact-${fact}`, atMs: day, learnerDay: addDays("2026-01-01", day), evidence: { form: "short-answer", outcome: random() < 0.9 ? "right" : "wrong" } });
    }
  }
  return answers;
}

/** The due list of all facts, and for each the state after a right answer today. */
function work({ facts, calibration }: LearnerMemory): number {
  const begun = [...facts].map(([factId, { difficulty, dueOn, intervalDays }]) => ({ factId, difficulty, dueOn, intervalDays }));
  const due = byUrgency(begun.filter(({ dueOn }) => dueOn <= today), today);
  const next = (state: FactState, factId: string) =>
    applyAnswer({ fact: state, calibration }, { id: "next", factId, atMs: 1e12, learnerDay: today, evidence: { form: "short-answer", outcome: "right" } }, rule);
  return [...facts].reduce((sum, [factId, state]) => sum + next(state, factId).fact.intervalDays, due.length);
}

function processorMs(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Processor time for the due list and the next states of 10,000 facts, and for a replay of their log. */
export function benchDueList(): void {
  const answers = createLog();
  let memory = foldLog(answers, rule);
  const replayMs = processorMs(() => (memory = foldLog(answers, rule)));
  const times = Array.from({ length: rounds }, () => processorMs(() => void work(memory))).sort((a, b) => a - b);
  const median = times[Math.floor(rounds / 2)]!;
  console.log(`Due list and next states of ${factCount.toLocaleString("en")} facts: median ${median.toFixed(0)} ms of processor time, aim ${aimMs} ms: ${median < aimMs ? "met" : "not met"}.`);
  console.log(`Replay of ${answers.length.toLocaleString("en")} answers: ${Math.round(answers.length / (replayMs / 1000)).toLocaleString("en")} a second.`);
}
