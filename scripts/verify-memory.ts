import { closeDatabase } from "@/lib/db/database";
import { verifyAllMemory } from "@/lib/data/memory";

/** Replays every learner's log and says whether the stored memory is exactly its fold; exit code 1 when it is not. */
async function main(): Promise<number> {
  const { users, events, facts, differing } = await verifyAllMemory();
  console.log(`${users} learners, ${events} answers, ${facts} facts: ${differing.length === 0 ? "every state is the fold of its log." : `${differing.length} states differ.`}`);
  for (const key of differing) console.log(`differs: ${key}`);
  return differing.length === 0 ? 0 : 1;
}

process.exitCode = await main().finally(closeDatabase);
