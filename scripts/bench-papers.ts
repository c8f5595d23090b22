import { loadContent } from "@/lib/content/load-content";
import type { FactBase } from "@/lib/facts/fact-base";
import { generateBank } from "@/lib/questions/generate";
import { assemblePaper } from "@/lib/questions/papers/assemble";
import { facilityTolerance } from "@/lib/questions/papers/balance";
import type { Blueprint } from "@/lib/questions/papers/blueprint";
import { assembleParallelPapers } from "@/lib/questions/papers/parallel";
import { assembleQuiz } from "@/lib/quiz/assemble-quiz";
import { usualSetup } from "@/lib/quiz/quiz-setup";

const runs = 30;
const parallel = 5;

const blueprints: [string, Blueprint][] = [
  ["20 items, free", { count: 20 }],
  ["20 items, forms and difficulty", { count: 20, forms: { "multiple-choice": 4, "true-false": 2, cloze: 2, numeric: 1, matching: 1 }, difficulty: { easy: 1, medium: 2, hard: 2 } }],
  ["20 items, topics and forms", { count: 20, topics: { "crewed-missions": 2, "long-march-5-to-12": 2, "lunar-programme": 1 }, forms: { "multiple-choice": 3, ordering: 1, "short-answer": 1 } }],
];

/** Elapsed and processor time in ms: on a loaded machine only the second says what the work costs. */
function measure(work: () => void): { wall: number; cpu: number } {
  const [start, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function printPaper(base: FactBase, name: string, blueprint: Blueprint, perItem: number): void {
  const times = Array.from({ length: runs }, (_, seed) => measure(() => void assemblePaper(base, blueprint, seed)));
  const [first, ...rest] = times;
  const cpu = median(rest.map((time) => time.cpu));
  console.log(
    `${name.padEnd(34)} first ${first!.wall.toFixed(0).padStart(5)} ms   median ${median(rest.map((time) => time.wall)).toFixed(0).padStart(4)} ms (${cpu.toFixed(0)} ms of processor) = ${(cpu / perItem).toFixed(0)} items of the bank`,
  );
}

function printParallel(base: FactBase, name: string, blueprint: Blueprint): void {
  const made = assembleParallelPapers(base, blueprint, parallel, 1);
  if (!made.ok) console.log(`${parallel} × ${name}: ${made.error.part} cannot be met (${made.error.wanted})`);
  else {
    const { facilities, sharedFacts } = made.value;
    const spread = Math.max(...facilities) - Math.min(...facilities);
    console.log(`${parallel} × ${name}: ${sharedFacts} facts in more than one, mean facility ${facilities.map((mean) => mean.toFixed(3)).join(" ")}, spread ${spread.toFixed(3)} (at most ${facilityTolerance})`);
  }
}

/** The ends of the stretches: a process that has just started runs code that is not compiled yet, and looks up what it keeps between papers. */
const quizStretches = [1, 10, 50, 150, 300, 600];

/** What the papers of learners who start one after the other cost, from the first of a process on. */
function printQuiz(base: FactBase): void {
  const facts = new Set(base.content.facts.map(({ id }) => id));
  const make = (seed: number) => void assembleQuiz(base, { ...usualSetup, count: 20 }, { facts, seed, isAllowed: () => true });
  console.log("\nA quiz of 20 of everything, processor time of each paper:");
  quizStretches.forEach((to, i) => {
    const from = quizStretches[i - 1] ?? 0;
    const { cpu } = measure(() => {
      for (let seed = from; seed < to; seed++) make(seed);
    });
    console.log(`  papers ${from + 1} to ${to}: ${(cpu / (to - from)).toFixed(1)} ms`);
  });
}

/** How long a paper takes, against making a part of the bank in the same run; what five parallel papers share and how far they differ in difficulty. */
export async function runPapersBench(): Promise<number> {
  const loaded = loadContent("content");
  if (!loaded.ok) throw new Error("The content has faults: npm run check-content names them.");
  const base = loaded.value;
  printQuiz(base);
  const sample = 2000;
  const make = () => void [...generateBank(base, { seed: 1, limit: sample })].length;
  make();
  const perItem = measure(make).cpu / sample;
  console.log(`generate ${sample} items of the bank: ${(perItem * sample).toFixed(0)} ms of processor, ${perItem.toFixed(2)} ms each`);
  for (const [name, blueprint] of blueprints) printPaper(base, name, blueprint, perItem);
  for (const [name, blueprint] of blueprints) printParallel(base, name, blueprint);
  return 0;
}
