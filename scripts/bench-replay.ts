import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findLearner, refoldLearner } from "@/lib/data/learner";
import { verifyMemory } from "@/lib/data/memory";
import { inTransaction, lockUser } from "@/lib/data/transaction";
import { undoAnswer } from "@/lib/data/undos";
import { adoptDatabase, closeDatabase, createDatabase, type Database } from "@/lib/db/database";
import { env } from "@/lib/env";
import { published, type EvidenceForm } from "@/lib/scheduling/constants";
import type { Answer, MemoryRule } from "@/lib/scheduling/fact-state";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { addDays } from "@/lib/scheduling/learner-day";
import { foldLog } from "@/lib/scheduling/learner-memory";
import { randomBelow, seededRandom } from "@/lib/shared/random";
import { findServerBinaries, startTestServer } from "@/tests/support/database-server";

const foldedEvents = 1_000_000;
const storedEvents = [10_000, 100_000];
/** As many as a whole library has. */
const facts = 2500;
const answersADay = 300;
const insertedAtOnce = 10_000;
const firstDay = "2024-01-01";
const dayMs = 86_400_000;
const forms: readonly EvidenceForm[] = ["short-answer", "multiple-choice", "flashcard", "true-false"];

/** A long log in order: facts at random, four answers in five right. */
function* makeLog(count: number): Iterable<Answer> {
  const random = seededRandom(1);
  for (let i = 0; i < count; i++) {
    const form = forms[randomBelow(random, forms.length)]!;
    const isRight = random() < 0.8;
    const learnerDay = addDays(firstDay, Math.floor(i / answersADay));
    const atMs = Date.parse(firstDay) + Math.floor(i / answersADay) * dayMs + 36_000_000 + (i % answersADay) * 1000;
    const outcome = form === "flashcard" ? (isRight ? 3 : 1) : isRight ? "right" : "wrong";
    const id = `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`;
    yield { id, factId: `fact-${randomBelow(random, facts)}`, atMs, learnerDay, evidence: { form, outcome, elapsedMs: 1000 + randomBelow(random, 9000), usualMs: 4000, questionEase: 0 } };
  }
}

async function timeMs(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const peakMegabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);

async function foldInMemory(): Promise<void> {
  const rule: MemoryRule = { engine: createFsrsEngine(), constants: published, desiredRetention: 0.9, isGuarded: true };
  const before = peakMegabytes();
  const ms = await timeMs(() => foldLog(makeLog(foldedEvents), rule));
  console.log(`Fold of ${foldedEvents.toLocaleString("en")} events of one learner (making them included): ${(ms / 1000).toFixed(1)} s, ${Math.round(foldedEvents / (ms / 1000)).toLocaleString("en")} events a second, peak memory ${peakMegabytes()} MB (${before} MB before).`);
}

/** A learner with a log of so many events, all to one question: what is measured is the log. */
async function plantLog(database: Database, count: number): Promise<{ userId: string; presentationId: string }> {
  const { id: userId } = await database.user.create({ data: {} });
  const { id: presentationId } = await database.presentation.create({ data: { userId, factId: "fact-0", itemId: "bench", item: {}, contentVersion: "bench", createdAt: new Date(firstDay) } });
  const rows = Array.from(makeLog(count), ({ atMs, factId, learnerDay, evidence: { form, outcome, elapsedMs, usualMs } }) => ({
    id: randomUUID(), userId, presentationId, factId, form, response: { kind: "choice", option: 0 }, verdict: outcome === "wrong" || outcome === 1 ? "wrong" : "right", score: 1,
    rating: outcome === "wrong" || outcome === 1 ? 1 : 3, elapsedMs: elapsedMs!, usualMs: usualMs!, answeredAt: new Date(atMs), timeZone: "UTC", learnerDay,
  }));
  for (let from = 0; from < count; from += insertedAtOnce) await database.reviewEvent.createMany({ data: rows.slice(from, from + insertedAtOnce) });
  return { userId, presentationId };
}

async function replayStored(database: Database, count: number): Promise<boolean> {
  const { userId, presentationId } = await plantLog(database, count);
  const refold = () => inTransaction(async (tx) => {
    await lockUser(tx, userId);
    await refoldLearner(tx, await findLearner(tx, userId));
  });
  const first = await timeMs(refold);
  const again = await timeMs(refold);
  const last = await database.reviewEvent.findFirstOrThrow({ where: { userId }, orderBy: { answeredAt: "desc" }, select: { id: true } });
  const undo = await timeMs(() => undoAnswer({ userId }, { eventId: randomUUID(), presentationId, undoes: last.id }, new Date()));
  let differing: string[] = [];
  const verify = await timeMs(async () => ({ differing } = await verifyMemory(userId)));
  console.log(`${count.toLocaleString("en")} events: first fold with all its states written ${Math.round(first)} ms (twice over), fold again ${Math.round(again)} ms, undo ${Math.round(undo)} ms, verify ${Math.round(verify)} ms, ${differing.length} states differ; peak memory of this process so far, with the database and the making of the log, ${peakMegabytes()} MB.`);
  return differing.length === 0;
}

async function replayInDatabases(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "hangtian-replay-"));
  const binaries = findServerBinaries();
  const server = binaries ? await startTestServer(binaries) : null;
  const targets = [...(server ? [{ name: "Postgres", at: { url: server.url } }] : []), { name: "The embedded database", at: { dataDir: folder } }];
  let isSame = true;
  try {
    for (const { name, at } of targets) {
      const database = await createDatabase({ ...at, migrationsDir: env.migrationsDir });
      adoptDatabase(database);
      console.log(`${name}:`);
      for (const count of storedEvents) isSame = (await replayStored(database.client, count)) && isSame;
      await closeDatabase();
    }
    return isSame;
  } finally {
    await closeDatabase();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Folding a long log: a million events in memory, and then 10,000 and 100,000 of one learner as the app does it. Exit code 1 when a stored state is not the fold of its log. */
export async function runReplayBench(): Promise<number> {
  await foldInMemory();
  return (await replayInDatabases()) ? 0 : 1;
}
