import { runDistractorBench } from "./bench-distractors";
import { runEngineBench } from "./bench-engine";
import { runMemoryBench } from "./bench-memory";
import { runPapersBench } from "./bench-papers";
import { runStudyBench } from "./bench-study";
import { runTypingBench } from "./bench-typing";
import { runKillBench } from "./kill-bench";

/** The experiments that take too long for every test run; each gives its exit code. */
const benches: Record<string, (args: string[]) => Promise<number>> = { distractors: runDistractorBench, engine: runEngineBench, kill: runKillBench, memory: runMemoryBench, papers: runPapersBench, study: runStudyBench, typing: runTypingBench };

const names = Object.keys(benches).join(", ");

/** Without a name: what the question engine is measured by, in a minute or two. */
async function runQuick(): Promise<number> {
  const codes = [await runEngineBench(), await runPapersBench()];
  console.log(`\nEach alone, and the longer ones: npm run -s bench -- <name>, with one of ${names}.`);
  return Math.max(...codes);
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined) return runQuick();
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (bench) return bench(args);
  console.error(`There is no bench "${name}". There are: ${names}.`);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
