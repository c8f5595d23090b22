import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { loadUrgent, loadWaiting } from "@/lib/data/due-facts";
import type { Database } from "@/lib/db/database";
import { PrismaClient } from "@/lib/db/generated/client";
import { migrateServer } from "@/lib/db/migrate";
import { readMigrations } from "@/lib/db/migration-files";
import { env } from "@/lib/env";
import { findServerBinaries, startTestServer } from "@/tests/support/database-server";

const sizes = [1000, 10_000, 100_000];
const otherLearners = 200;
const memoriesOfOthers = 500;
const calls = 400;
const looked = 40;
const today = "2026-11-23";
const aim = { ms: 5, bytes: 5000 };

/** "one in fifty": as a learner of some years has them, due dates spread over the intervals. "200": as many for everybody, so that nothing but the number of memories differs. */
type DueShare = "200" | "one in fifty" | "all";

const dueInDays: Record<DueShare, (count: number) => string> = {
  "200": (count) => `CASE WHEN n % ${count / 200} = 0 THEN -(n % 61) ELSE 1 + n % 3000 END`,
  "one in fifty": () => "(n * 7919) % 3000 - 60",
  all: () => "-(n % 90)",
};

async function addMemories(pool: Pool, userId: string, count: number, due: DueShare): Promise<void> {
  await pool.query('INSERT INTO "User" ("id") VALUES ($1)', [userId]);
  const dueIn = dueInDays[due](count);
  await pool.query(
    `INSERT INTO "MemoryState" ("userId", "factId", "stabilityDays", "difficulty", "reviewCount", "lapseCount", "firstDay", "lastDay", "dueOn", "intervalDays", "factValue")
     SELECT $1::uuid, 'subject-' || n % 977 || '.predicate-' || n, 1 + (n * 31) % 200, 1 + n % 9, 5, 0, '2024-01-01',
       (date '${today}' - 100)::text, (date '${today}' + (${dueIn})::int)::text, 1 + (n * 17) % 100, '{"kind": "entity", "entity": "some-entity"}'
     FROM generate_series(1, $2) n`,
    [userId, count],
  );
}

/** What the yardstick does: the app of ts-fsrs reads all of a learner's cards and chooses and sorts in the app. */
async function browseAll(client: Database, userId: string): Promise<number> {
  const cards = await client.memoryState.findMany({ where: { userId } });
  const due = cards.filter((card) => card.dueOn <= today).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  return due.slice(0, looked).length;
}

async function nextDue(client: Database, userId: string): Promise<number> {
  const who = { userId, today };
  const { facts } = await loadWaiting(client, who, { kind: "due" }, looked);
  return facts.length + (await loadUrgent(client, who, null, false)).missed.length;
}

/** Bytes as they come in from the database, protocol and all, on the only connection of a pool. */
function countBytes(pool: Pool): () => number {
  const sockets: Socket[] = [];
  pool.on("connect", (client) => sockets.push((client as unknown as { connection: { stream: Socket } }).connection.stream));
  return () => sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
}

type Measured = { p50: number; p99: number; bytes: number };

async function measure(times: number, bytesSoFar: () => number, work: () => Promise<number>): Promise<Measured> {
  for (let i = 0; i < Math.min(20, times); i++) await work();
  const before = bytesSoFar();
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  return { p50: took[Math.floor(times / 2)]!, p99: took[Math.floor(times * 0.99)]!, bytes: (bytesSoFar() - before) / times };
}

const number = (value: number, digits = 0) => value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

function row(name: string, ours: Measured, all?: Measured): string {
  const yardstick = all ? [number(all.p50, 1), number(all.p99, 1), number(all.bytes), `${number(all.p50 / ours.p50, 1)} ×`, `${number(all.bytes / ours.bytes)} ×`] : [];
  const cells = [number(ours.p50, 2), number(ours.p99, 2), number(ours.bytes), ...yardstick];
  return `${name.padEnd(28)}${cells.map((cell) => cell.padStart(13)).join("")}`;
}

async function measureAll(url: string): Promise<boolean> {
  await migrateServer(url, readMigrations(env.migrationsDir));
  const pool = new Pool({ connectionString: url, max: 1 });
  const bytesSoFar = countBytes(pool);
  const client = new PrismaClient({ adapter: new PrismaPg(pool) });
  for (let i = 0; i < otherLearners; i++) await addMemories(pool, randomUUID(), memoriesOfOthers, "one in fifty");
  const shares: DueShare[] = ["200", "one in fifty", "all"];
  const learners = shares.flatMap((due) => sizes.map((size) => ({ name: `${number(size)}, ${due} due`, size, due, userId: randomUUID() })));
  for (const { userId, size, due } of learners) await addMemories(pool, userId, size, due);
  await pool.query("VACUUM ANALYZE");
  console.log(`${"memories".padEnd(28)}${["p50 ms", "p99 ms", "bytes", "all: p50 ms", "all: p99 ms", "all: bytes", "time", "bytes"].map((cell) => cell.padStart(13)).join("")}`);
  const trip = await measure(calls, bytesSoFar, async () => ((await client.$queryRaw<unknown[]>`SELECT 1`).length));
  console.log(row("SELECT 1", trip));
  let isMet = true;
  for (const { name, size, userId } of learners) {
    const ours = await measure(calls, bytesSoFar, () => nextDue(client, userId));
    const all = await measure(Math.max(5, Math.round(calls / (size / 500))), bytesSoFar, () => browseAll(client, userId));
    console.log(row(name, ours, all));
    isMet &&= ours.p50 < aim.ms && ours.bytes < aim.bytes;
  }
  await client.$disconnect();
  await pool.end();
  return isMet;
}

/** How long "next due" takes by the number of a learner's memories, on a Postgres of its own, beside reading them all. Bytes are counted at the socket. */
export async function runDueBench(): Promise<number> {
  const binaries = findServerBinaries();
  if (binaries === null) {
    console.log("There is no Postgres server on this machine (Debian: apt-get install postgresql), so there is nothing to measure.");
    return 2;
  }
  const server = await startTestServer(binaries);
  try {
    const isMet = await measureAll(server.url);
    console.log(`${number(calls)} calls each; ${otherLearners} other learners with ${memoriesOfOthers} memories. Aim (median, with 100,000 as well): under ${aim.ms} ms and ${number(aim.bytes)} bytes: ${isMet ? "met" : "not met"}.`);
    return 0;
  } finally {
    await server.stop();
  }
}
