import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { published } from "@/lib/scheduling/constants";
import { namedRandom } from "@/lib/shared/random";
import { benchDueList } from "./bench-memory-due";
import { benchRealLog } from "./bench-memory-log";
import { estimate, estimateDifference, figures, type Estimate, type Figure } from "./memory-figures";
import { leitner, ours, oursWith, plainFsrs, sm2, type SchedulerKind } from "./memory-rivals";
import { simulate, wholeCourse, type Outcome } from "./memory-simulation";
import { actrWorld, fsrs6World, halfLifeWorld, spreadParameterSets, twoTraceWorld, type World } from "./memory-truths";

const learners = 34;
/** Constants are tuned on one seed and reported on another; the two share no learner but for the parameters of real users. */
const seeds = { tune: 1, report: 2 };
const kinds = [ours, plainFsrs, sm2, leitner];
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

const run = (world: World, kind: SchedulerKind, seed: number): Outcome[] =>
  Array.from({ length: learners }, (_, learner) => simulate(world, kind, wholeCourse, seed, learner));

const show = ({ value, low, high }: Estimate, digits = 3) => `${value.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;

function report(world: World): void {
  const outcomes = kinds.map((kind) => run(world, kind, seeds.report));
  console.log(`| ${world.name} | mean abs. bias | mean recall | spread | worst learner | minutes a day |\n|---|---|---|---|---|---|`);
  for (const [i, group] of outcomes.entries()) {
    const cells = shown.map((figure) => (figure === "worst" ? figures.worst(group).toFixed(3) : show(estimate(figure, group), figure === "minutes" ? 2 : 3)));
    console.log(`| ${kinds[i]!.name} | ${cells.join(" | ")} |`);
  }
  const [mine, plain] = [outcomes[0]!, outcomes[1]!];
  console.log(`\nOurs − plain FSRS-6, in pairs: bias ${show(estimateDifference("bias", mine, plain))}, spread ${show(estimateDifference("spread", mine, plain))}.\n`);
}

/** The one constant of ours that has no source: the chance that a fact is known before it is asked. */
function tune(worlds: readonly World[]): void {
  for (const knownBefore of [0.1, 0.2, 0.35, 0.5, 0.65, 0.8]) {
    const kind = oursWith(`known before ${knownBefore}`, { ...published, knownBefore });
    const biases = worlds.map((world) => figures.bias(run(world, kind, seeds.tune)));
    console.log(`${kind.name.padEnd(20)} bias ${biases.map((bias) => bias.toFixed(4)).join("  ")}  mean ${(biases.reduce((a, b) => a + b) / biases.length).toFixed(4)}`);
  }
}

/** Simulated learners that the schedulers know nothing of; with `tune`, the search for constants on other seeds; with `log`, one real log. */
export async function runMemoryBench([mode]: string[]): Promise<number> {
  if (mode === "log") {
    benchRealLog();
    return 0;
  }
  const isTuning = mode === "tune";
  const worlds = [fsrs6World(loadParameterSets(isTuning ? seeds.tune : seeds.report)), twoTraceWorld, actrWorld, halfLifeWorld];
  if (isTuning) tune(worlds);
  else {
    for (const world of worlds) report(world);
    benchDueList();
    benchRealLog();
  }
  return 0;
}
