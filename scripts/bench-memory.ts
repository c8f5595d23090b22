import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { loadTrain } from "@/lib/data/training";
import { published } from "@/lib/scheduling/constants";
import type { Train } from "@/lib/scheduling/parameters";
import { namedRandom } from "@/lib/shared/random";
import { benchDueList } from "./bench-memory-due";
import { benchRealLog } from "./bench-memory-log";
import { estimate, estimateDifference, figures, type Estimate, type Figure } from "./memory-figures";
import type { Trials } from "./memory-learner";
import { calibrationAlone, foldKind, leitner, ours, oursWithOwn, plainFsrs, sm2, type SchedulerKind } from "./memory-rivals";
import { simulate, wholeCourse, type Outcome } from "./memory-simulation";
import { actrWorld, exactWorld, fsrs6World, halfLifeWorld, spreadParameterSets, twoTraceWorld, type World } from "./memory-truths";

const learners = 34;
/** Constants are tuned on one seed and reported on another; the two share no learner but for the parameters of real users. */
const seeds = { tune: 1, report: 2 };
const otherWorlds = [twoTraceWorld, actrWorld, halfLifeWorld];
const shown: readonly Figure[] = ["bias", "recall", "spread", "worst", "minutes"];

const parametersFile = join("..", "shared", "data", "fsrs6-real-users.json");
const parametersSchema = z.array(z.array(z.number()).length(21)).min(1).max(10_000);

function loadParameterSets(seed: number): number[][] {
  if (!existsSync(parametersFile)) {
    console.log(`${parametersFile} is absent: learners of the FSRS-6 world are drawn around the published weights instead.\n`);
    return spreadParameterSets(namedRandom(seed, "parameters"), learners);
  }
  const sets = parametersSchema.parse(JSON.parse(readFileSync(parametersFile, "utf8")));
  console.log(`The FSRS-6 world: the fitted parameters of ${sets.length} real users, each moved a little ${learners / sets.length} times.\n`);
  return sets;
}

async function run(world: World, kind: SchedulerKind, seed: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let learner = 0; learner < learners; learner++) outcomes.push(await simulate(world, kind, wholeCourse, seed, learner));
  return outcomes;
}

const show = ({ value, low, high }: Estimate, digits = 3) => `${value.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;

function tell(world: World, kinds: readonly SchedulerKind[], outcomes: readonly Outcome[][]): void {
  console.log(`| ${world.name} | mean abs. bias | mean recall | spread | worst learner | minutes a day |\n|---|---|---|---|---|---|`);
  for (const [i, group] of outcomes.entries()) {
    const cells = shown.map((figure) => (figure === "worst" ? figures.worst(group).toFixed(3) : show(estimate(figure, group), figure === "minutes" ? 2 : 3)));
    console.log(`| ${kinds[i]!.name} | ${cells.join(" | ")} |`);
  }
}

/** All schedulers in one world; those before plain FSRS-6 are compared with it in pairs. */
async function report(world: World, kinds: readonly SchedulerKind[]): Promise<void> {
  const outcomes: Outcome[][] = [];
  for (const kind of kinds) outcomes.push(await run(world, kind, seeds.report));
  tell(world, kinds, outcomes);
  const plain = outcomes[kinds.indexOf(plainFsrs)]!;
  for (const [i, kind] of kinds.slice(0, kinds.indexOf(plainFsrs)).entries()) {
    const share = Math.round((100 * figures.bias(outcomes[i]!)) / figures.bias(plain));
    console.log(`\n${kind.name} − plain FSRS-6, in pairs: bias ${show(estimateDifference("bias", outcomes[i]!, plain))}, ${share} % of it; spread ${show(estimateDifference("spread", outcomes[i]!, plain))}.`);
  }
  console.log("");
}

/** The one constant of ours that has no source: the chance that a fact is known before it is asked. */
async function tune(worlds: readonly World[]): Promise<void> {
  for (const knownBefore of [0.1, 0.2, 0.35, 0.5, 0.65, 0.8]) {
    const kind = foldKind(`known before ${knownBefore}`, { ...published, knownBefore });
    const biases: number[] = [];
    for (const world of worlds) biases.push(figures.bias(await run(world, kind, seeds.tune)));
    console.log(`${kind.name.padEnd(20)} bias ${biases.map((bias) => bias.toFixed(4)).join("  ")}  mean ${(biases.reduce((a, b) => a + b) / biases.length).toFixed(4)}`);
  }
}

/** The protocol of memory-model page §4, and then four worlds that the schedulers know nothing of. */
async function compare(parameterSets: readonly number[][], train: Train | null): Promise<void> {
  await report(exactWorld(parameterSets), [calibrationAlone, ours, plainFsrs]);
  const trials: Trials = { tried: 0, accepted: 0 };
  const kinds = [ours, ...(train ? [oursWithOwn(train, trials)] : []), plainFsrs, sm2, leitner];
  for (const world of [fsrs6World(parameterSets), ...otherWorlds]) await report(world, kinds);
  console.log(train ? `Own parameters were tried ${trials.tried} times and accepted ${trials.accepted} times.\n` : "The native optimiser has no build for this platform: no parameters are trained.\n");
}

/** Simulated learners; with `tune`, the search for constants on another seed; with `log`, one real log alone. */
export async function runMemoryBench([mode]: string[]): Promise<number> {
  if (mode === "tune") {
    await tune([fsrs6World(loadParameterSets(seeds.tune)), ...otherWorlds]);
    return 0;
  }
  const train = await loadTrain();
  if (mode !== "log") {
    await compare(loadParameterSets(seeds.report), train);
    benchDueList();
  }
  await benchRealLog(train);
  return 0;
}
