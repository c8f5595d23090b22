import { published } from "@/lib/scheduling/constants";
import type { ExamTask } from "@/lib/scheduling/exam-course";
import { planExam } from "@/lib/scheduling/exam-plan";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { addDays } from "@/lib/scheduling/learner-day";
import { emptyMemory } from "@/lib/scheduling/learner-memory";
import { namedRandom } from "@/lib/shared/random";
import { begunFact, benchDay, cpuMs } from "./bench-begun-fact";

const goal = 0.9;
const runs = 9;

type Exam = { facts: number; begun: number; days: number; capacity: number; aimMs?: number };

const exams: Exam[] = [
  { facts: 200, begun: 0, days: 60, capacity: 60, aimMs: 10 },
  { facts: 200, begun: 200, days: 60, capacity: 60, aimMs: 10 },
  { facts: 200, begun: 100, days: 60, capacity: 5 },
  { facts: 2000, begun: 0, days: 365, capacity: 60, aimMs: 100 },
  { facts: 2000, begun: 1000, days: 365, capacity: 60, aimMs: 100 },
  { facts: 2000, begun: 2000, days: 365, capacity: 60, aimMs: 100 },
  { facts: 2000, begun: 0, days: 365, capacity: 10, aimMs: 100 },
  { facts: 2000, begun: 0, days: 30, capacity: 40 },
  { facts: 11_000, begun: 3000, days: 730, capacity: 60 },
];

/** Processor time of each run; the first with an engine that has weighed nothing yet. */
function measure({ facts, begun, days, capacity }: Exam): { first: number; median: number; said: string } {
  const rule = { engine: createFsrsEngine(), constants: published, desiredRetention: 0.9, isGuarded: true };
  const task: ExamTask = { facts: Array.from({ length: facts }, (_, i) => (i < begun ? begunFact(rule, `fact-${i}`, namedRandom(i, "exam")) : null)), calibration: emptyMemory(rule).calibration, rule, today: benchDay, goal };
  const took: number[] = [];
  let said = "";
  for (let run = 0; run < runs; run++) {
    const before = cpuMs();
    const plan = planExam(task, addDays(benchDay, days), capacity);
    took.push(cpuMs() - before);
    said = plan.isReachable ? `${plan.perDay} a day` : `out of reach, ${plan.neededPerDay ?? "no number"} a day would do`;
  }
  const [first] = took;
  return { first: first!, median: took.sort((a, b) => a - b)[runs >> 1]!, said };
}

/** How much processor time a plan for an exam takes. */
export function runExamBench(): Promise<number> {
  measure(exams[0]!);
  console.log(["facts", "begun", "days", "a day", "first ms", "median ms", "aim ms"].map((cell) => cell.padStart(11)).join(""));
  for (const exam of exams) {
    const { first, median, said } = measure(exam);
    const cells = [exam.facts, exam.begun, exam.days, exam.capacity, first.toFixed(1), median.toFixed(1), exam.aimMs ?? ""];
    console.log(`${cells.map((cell) => String(cell).padStart(11)).join("")}   ${said}`);
  }
  return Promise.resolve(0);
}
