import { verifyAllMemory } from "@/lib/data/memory";
import { onDatabase } from "./on-database";

/** Replays every learner's log and says whether what is stored is exactly its fold, calibration included; exit code 1 when it is not. */
async function main(): Promise<number> {
  const { users, outdated, events, facts, differing } = await verifyAllMemory();
  console.log(`${users} learners, ${events} answers, ${facts} facts: ${differing.length === 0 ? "every state is the fold of its log." : `${differing.length} states differ.`}`);
  if (outdated > 0) console.log(`${outdated} learners have a memory of an older model, which is folded anew when they come back.`);
  for (const key of differing) console.log(`differs: ${key}`);
  return differing.length === 0 ? 0 : 1;
}

process.exitCode = await onDatabase(main);
