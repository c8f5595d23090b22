import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { effectOf, type Choice, type Effect, type Situation } from "@/lib/progress/what-if";
import { published } from "@/lib/scheduling/constants";
import type { MemoryRule } from "@/lib/scheduling/fact-state";
import { createFsrsEngine, defaultWeights } from "@/lib/scheduling/fsrs";
import { emptyMemory } from "@/lib/scheduling/learner-memory";
import { namedRandom } from "@/lib/shared/random";
import { begunFact, benchDay, cpuMs } from "./bench-begun-fact";
import { actrWorld, exactWorld, fsrs6World, halfLifeWorld, spreadParameterSets, twoTraceWorld, type World } from "./memory-truths";
import { byTheModel, tryChoice, type Tried } from "./what-if-learner";

const ruleOf = (): MemoryRule => ({ engine: createFsrsEngine(), constants: published, desiredRetention: 0.9, isGuarded: true });

/** Processor time of each position of the sliders; each with an engine that has weighed nothing yet, and once more. */
function measure(facts: number, begun: number): void {
  const rule = ruleOf();
  const states = Array.from({ length: facts }, (_, i) => [`fact-${i}`, i < begun ? begunFact(rule, `fact-${i}`, namedRandom(1, `fact-${i}`)) : null] as const);
  const load = { budget: 20, unit: "minutes" as const, usualMs: 8000, answers: 0, answeringMs: 0, begunToday: 0, newFactsPerDay: 10 };
  const [first, again]: [number[], number[]] = [[], []];
  for (let percent = 75; percent <= 97; percent += 2) {
    for (const dailyBudget of [5, 20, 60]) {
      const situation: Situation = { facts: states, calibration: emptyMemory(rule).calibration, rule: { ...rule, engine: createFsrsEngine() }, today: benchDay, load: { ...load, newFactsPerDay: 30 } };
      for (const took of [first, again]) {
        const before = cpuMs();
        effectOf(situation, { desiredRetention: percent / 100, dailyBudget });
        took.push(cpuMs() - before);
      }
    }
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
  const cells = [facts, begun, median(first).toFixed(0), Math.max(...first).toFixed(0), median(again).toFixed(0), Math.max(...again).toFixed(0)];
  console.log(`| ${cells.join(" | ")} |`);
}

const parametersFile = join("..", "shared", "data", "fsrs6-real-users.json");
const parametersSchema = z.array(z.array(z.number()).length(21)).min(1).max(10_000);
const learners = 30;
const seed = 2;

function loadParameterSets(): number[][] {
  if (existsSync(parametersFile)) return parametersSchema.parse(JSON.parse(readFileSync(parametersFile, "utf8")));
  console.log(`${parametersFile} is absent: learners of the FSRS-6 world are drawn around the published weights instead.\n`);
  return spreadParameterSets(namedRandom(seed, "parameters"), learners);
}

const choices: Choice[] = [
  { desiredRetention: 0.75, dailyBudget: 40 },
  { desiredRetention: 0.85, dailyBudget: 40 },
  { desiredRetention: 0.9, dailyBudget: 40 },
  { desiredRetention: 0.9, dailyBudget: 15 },
  { desiredRetention: 0.95, dailyBudget: 40 },
  { desiredRetention: 0.97, dailyBudget: 60 },
];

const shown: readonly (readonly [string, (effect: Effect) => number])[] = [
  ["cards a day, 30 days", ({ near }) => near.cards],
  ["cards a day, 90 days", ({ far }) => far.cards],
  ["recalled in 90 days", ({ recalledFar }) => recalledFar],
  ["recalled in a year", ({ recalledYear }) => recalledYear],
];

/** What was foretold on the mean / what came of it on the mean, and how far the forecast of one learner was off. */
function cell(tried: readonly Tried[], of: (effect: Effect) => number): string {
  const mean = (which: keyof Tried) => tried.reduce((sum, each) => sum + of(each[which]), 0) / tried.length;
  const off = tried.reduce((sum, each) => sum + Math.abs(of(each.foretold) / of(each.happened) - 1), 0) / tried.length;
  const difference = mean("foretold") / mean("happened") - 1;
  return `${mean("foretold").toFixed(1)} / ${mean("happened").toFixed(1)} (${difference < 0 ? "−" : "+"}${Math.abs(100 * difference).toFixed(1)} %; one learner ${(100 * off).toFixed(0)} %)`;
}

function compare(world: World, isByTheModel: boolean): void {
  console.log(`\n| ${world.name}${isByTheModel ? ", answers by the published constants" : ""} | ${shown.map(([name]) => name).join(" | ")} |\n|${"---|".repeat(shown.length + 1)}`);
  for (const choice of choices) {
    const course = { facts: 300, daysBefore: 60, before: { desiredRetention: 0.9, dailyBudget: 40 }, choice, newFactsPerDay: 4 };
    const tried = Array.from({ length: learners }, (_, learner) => tryChoice(world, course, seed, learner, isByTheModel ? byTheModel : undefined));
    console.log(`| ${choice.desiredRetention}, ${choice.dailyBudget} cards | ${shown.map(([, of]) => cell(tried, of)).join(" | ")} |`);
  }
}

/** How long a position of the sliders takes, and how well what they foretell agrees with simulated learners; with `time`, only the first. */
export function runWhatIfBench([mode]: string[]): Promise<number> {
  console.log("| facts | begun | first ms, median | most | again ms, median | most |\n|---|---|---|---|---|---|");
  for (const [facts, begun] of [[3000, 0], [3000, 1000], [3000, 3000], [11_000, 3000]] as const) measure(facts, begun);
  if (mode === "time") return Promise.resolve(0);
  const sets = loadParameterSets();
  compare({ ...exactWorld([defaultWeights]), isPlain: false, name: "published FSRS-6" }, true);
  compare({ ...fsrs6World([defaultWeights]), name: "published FSRS-6, perturbed" }, true);
  for (const world of [fsrs6World(sets), twoTraceWorld, actrWorld, halfLifeWorld]) compare(world, false);
  return Promise.resolve(0);
}
