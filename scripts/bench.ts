import { runClassesBench } from "./bench-classes";
import { runDistractorBench } from "./bench-distractors";
import { runDueBench } from "./bench-due";
import { runEngineBench } from "./bench-engine";
import { runExamBench } from "./bench-exam";
import { runMemoryBench } from "./bench-memory";
import { runOwnFactsBench } from "./bench-own-facts";
import { runPapersBench } from "./bench-papers";
import { runProgressBench } from "./bench-progress";
import { runQuizBench } from "./bench-quiz";
import { runReplayBench } from "./bench-replay";
import { runSessionBench } from "./bench-session";
import { runStudyBench } from "./bench-study";
import { runTypingBench } from "./bench-typing";
import { runWhatIfBench } from "./bench-what-if";
import { runKillBench } from "./kill-bench";

/** The experiments that take too long for every test run; each gives its exit code. */
const benches: Record<string, (args: string[]) => Promise<number>> = { classes: runClassesBench, distractors: runDistractorBench, due: runDueBench, engine: runEngineBench, exam: runExamBench, kill: runKillBench, memory: runMemoryBench, "own-facts": runOwnFactsBench, papers: runPapersBench, progress: runProgressBench, quiz: runQuizBench, replay: runReplayBench, session: runSessionBench, study: runStudyBench, typing: runTypingBench, "what-if": runWhatIfBench };

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
