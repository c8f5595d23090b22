import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Pool } from "pg";
import { hashPassword } from "@/lib/auth/passwords";
import { loadLearnerFacts } from "@/lib/data/learner-facts";
import { inLearnerSnapshot } from "@/lib/data/learner-snapshot";
import { progressReport } from "@/lib/data/progress";
import { loadProgressBasis, type ProgressBasis } from "@/lib/data/progress-basis";
import { comingReport } from "@/lib/data/progress-coming";
import { readHistory } from "@/lib/data/progress-history";
import { learningReport } from "@/lib/data/progress-learning";
import { knowledgeNow } from "@/lib/data/progress-now";
import { trustReport } from "@/lib/data/progress-trust";
import { weakReport } from "@/lib/data/progress-weak";
import { adoptDatabase, closeDatabase, createDatabase } from "@/lib/db/database";
import { env } from "@/lib/env";
import { findServerBinaries, startTestServer } from "@/tests/support/database-server";
import { HttpLearner } from "@/tests/support/http-learner";
import { startServer } from "@/tests/support/server";
import { writeAnswers, writeQuestions } from "./bench-progress-log";
import { ensureBuild } from "./setup/build.mjs";

const usualSizes = [1000, 10_000, 100_000];
const views = 9;
const laterAnswers = 30;
const password = "orbit-insertion-burn";
const nobodysFilter = null;
const aim = { ms: 300, bytes: 150_000 };

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const number = (value: number) => Math.round(value).toLocaleString("en");

/** What this process itself reckons for a call, in milliseconds: on a busy machine the times say more of the others. */
async function cpuMs(work: () => unknown, calls = views): Promise<number> {
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / calls;
}

/** The median time of some calls, in milliseconds. */
async function timeMs(work: () => unknown, calls = views): Promise<number> {
  const took: number[] = [];
  for (let call = 0; call < calls; call++) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  return median(took);
}

type Learner = { userId: string; size: number; userName: string };

const parts: Record<string, (basis: ProgressBasis) => unknown> = { now: knowledgeNow, learning: learningReport, trust: trustReport, coming: comingReport, weak: weakReport };

/** Each learner's first view, then the first with what was kept and some answers since, and those after it, for which the process remembers it; and what of it each part takes. */
async function measureReport({ userId, size }: Learner, pool: Pool, byFact: number[][]): Promise<void> {
  const [viewer, now] = [{ userId }, new Date()];
  await loadLearnerFacts(viewer, now);
  await pool.query('DELETE FROM "ProgressCheckpoint" WHERE "userId" = $1', [userId]);
  const cold = await timeMs(() => progressReport(viewer, nobodysFilter, now), 1);
  const { rows: [kept] } = await pool.query('SELECT pg_column_size("counted") + pg_column_size("measured") + pg_column_size("memory") AS "bytes" FROM "ProgressCheckpoint" WHERE "userId" = $1', [userId]);
  await writeAnswers(pool, userId, byFact.slice(0, laterAnswers), { count: laterAnswers, until: now, days: 1 });
  await pool.query('UPDATE "User" SET "memoryModel" = 0 WHERE "id" = $1', [userId]);
  await loadLearnerFacts(viewer, now);
  const unpacking = await timeMs(() => progressReport(viewer, nobodysFilter, now), 1);
  const warm = await timeMs(() => progressReport(viewer, nobodysFilter, now));
  const cpu = await cpuMs(() => progressReport(viewer, nobodysFilter, now));
  const history = await timeMs(() => inLearnerSnapshot(viewer, readHistory));
  const facts = await timeMs(() => loadLearnerFacts(viewer, now));
  const basis = await loadProgressBasis(viewer, nobodysFilter, now);
  const bands: string[] = [];
  for (const [name, report] of Object.entries(parts)) bands.push(`${name} ${number(await timeMs(() => report(basis)))}`);
  const heap = `heap ${number(process.memoryUsage().heapUsed / 1e6)} MB, resident ${number(process.memoryUsage().rss / 1e6)} MB`;
  console.log(`| ${number(size)} | ${number(cold)} | ${number(unpacking)} | ${number(warm)} | ${number(cpu)} | ${number(history)} | ${number(facts)} | ${bands.join(", ")} | ${number((kept?.bytes ?? 0) / 1000)} kB | ${heap} |`);
}

/** The page as a browser asks for it, from the built app. */
async function measurePage(url: string, learners: readonly Learner[]): Promise<boolean> {
  await ensureBuild("content");
  const dataDir = mkdtempSync(join(tmpdir(), "hangtian-bench-progress-"));
  const server = await startServer({ dataDir, environment: { DATABASE_URL: url } });
  let isMet = true;
  try {
    console.log("\n| answers | first view ms | page ms | bytes, gzip | bytes |\n|---|---|---|---|---|");
    for (const { size, userName } of learners) {
      const browser = new HttpLearner(server.url);
      await browser.signIn("password", { userName, password });
      const view = async () => (await browser.fetch("/progress")).text();
      const first = await timeMs(view, 1);
      const page = await view();
      if (!page.includes("</html>")) throw new Error(`The page did not come: ${page.slice(0, 300)}`);
      const [ms, bytes] = [await timeMs(view), gzipSync(page).length];
      isMet &&= size > 100_000 || (ms < aim.ms && bytes < aim.bytes);
      console.log(`| ${number(size)} | ${number(first)} | ${number(ms)} | ${number(bytes)} | ${number(page.length)} |`);
    }
  } finally {
    await server.end("SIGTERM");
    rmSync(dataDir, { recursive: true, force: true });
  }
  return isMet;
}

async function measureAll(url: string, sizes: readonly number[]): Promise<boolean> {
  adoptDatabase(await createDatabase({ url, migrationsDir: env.migrationsDir }));
  const pool = new Pool({ connectionString: url, max: 1 });
  const [byFact, passwordHash] = [await writeQuestions(pool), await hashPassword(password)];
  const learners = sizes.map((size) => ({ userId: randomUUID(), size, userName: `bench-${size}` }));
  console.log("| answers | cold ms | unpacking ms | warm ms | of it CPU | history | learner facts | bands | kept | memory |\n|---|---|---|---|---|---|---|---|---|---|");
  for (const learner of learners) {
    await pool.query('INSERT INTO "User" ("id", "userName", "passwordHash") VALUES ($1, $2, $3)', [learner.userId, learner.userName, passwordHash]);
    await writeAnswers(pool, learner.userId, byFact, { count: learner.size, until: new Date() });
    await pool.query("VACUUM ANALYZE");
    await measureReport(learner, pool, byFact);
  }
  await closeDatabase();
  await pool.end();
  return measurePage(url, learners);
}

/** How long the page of progress takes by the number of a learner's answers (further sizes as arguments), on a Postgres of its own, and how many bytes are sent. */
export async function runProgressBench(args: string[]): Promise<number> {
  const binaries = findServerBinaries();
  const further = args.map(Number);
  if (binaries === null || further.some((size) => !Number.isInteger(size) || size < 1)) {
    console.log(binaries === null ? "There is no Postgres server on this machine (Debian: apt-get install postgresql), so there is nothing to measure." : "Further numbers of answers: npm run -s bench -- progress 1000000");
    return 2;
  }
  const server = await startTestServer(binaries);
  try {
    const isMet = await measureAll(server.url, [...usualSizes, ...further]);
    console.log(`Medians of ${views} views; "cold" is the first view, "unpacking" the first with what was kept and ${laterAnswers} answers since, "warm" later ones; the page's first view unpacks too. Aim (up to 100,000 answers): under ${aim.ms} ms and ${number(aim.bytes)} bytes: ${isMet ? "met" : "not met"}.`);
    return 0;
  } finally {
    await server.stop();
  }
}
