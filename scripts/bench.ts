import { runDistractorBench } from "./bench-distractors";
import { runEngineBench } from "./bench-engine";
import { runMemoryBench } from "./bench-memory";
import { runPapersBench } from "./bench-papers";
import { runStudyBench } from "./bench-study";
import { runTypingBench } from "./bench-typing";
import { runKillBench } from "./kill-bench";

/** The experiments that take too long for every test run; each gives its exit code. */
const benches: Record<string, (args: string[]) => Promise<number>> = { distractors: runDistractorBench, engine: runEngineBench, kill: runKillBench, memory: runMemoryBench, papers: runPapersBench, study: runStudyBench, typing: runTypingBench };

async function main([name = "", ...args]: string[]): Promise<number> {
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (bench) return bench(args);
  console.error(`Please say which: ${Object.keys(benches).join(", ")}.`);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
