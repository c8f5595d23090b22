import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Pool } from "pg";
import { hashPassword } from "@/lib/auth/passwords";
import { getFactBase } from "@/lib/content/fact-base";
import { classWork } from "@/lib/data/assignment-class";
import { classKnowledge } from "@/lib/data/class-knows";
import { liveAssignment } from "@/lib/data/class-live";
import { databaseClock } from "@/lib/data/database-clock";
import { gradebookOf } from "@/lib/data/gradebook";
import { itemAnalysis } from "@/lib/data/item-analysis";
import type { Viewer } from "@/lib/data/viewer";
import { adoptDatabase, closeDatabase, createDatabase } from "@/lib/db/database";
import { env } from "@/lib/env";
import { findServerBinaries, startTestServer } from "@/tests/support/database-server";
import { HttpLearner } from "@/tests/support/http-learner";
import { startServer } from "@/tests/support/server";
import { writeClass, type BenchRoom } from "./bench-classes-room";
import { measureWindow } from "./bench-classes-window";
import { writeQuestions } from "./bench-progress-log";
import { ensureBuild } from "./setup/build.mjs";

const sizes = [20, 200];
const aimMs = 300;
const mostWaitMs = 500;
const calls = 60;
const password = "orbit-insertion-burn";
const teacherOf = (pupils: number) => `teacher-of-${pupils}`;

/** What a teacher looks at; each is measured by itself. */
const looks: Record<string, (viewer: Viewer, room: BenchRoom) => Promise<unknown>> = {
  gradebook: (viewer, { classId }) => gradebookOf(viewer, classId, new Date()),
  "class page": (viewer, { classId }) => classWork(viewer, classId, new Date()),
  "live look": (viewer, { assignmentId }) => liveAssignment(viewer, assignmentId, databaseClock),
  "item analysis": (viewer, { assignmentId }) => itemAnalysis(viewer, assignmentId, { choice: "first" }),
  "what the class knows": (viewer, { classId }) => classKnowledge(viewer, classId, new Date()),
};

/** The same as a browser asks for it. */
const pages: Record<string, (room: BenchRoom) => string> = {
  gradebook: ({ classId }) => `/classes/${classId}/gradebook`,
  "gradebook.csv": ({ classId }) => `/classes/${classId}/gradebook.csv`,
  "class page": ({ classId }) => `/classes/${classId}`,
};

const number = (value: number) => Math.round(value).toLocaleString("en");

type Measured = { p50: number; p99: number; cpu: number; bytes: number };

/** The first call is not counted: it fills what a server has filled for long. */
async function measure(look: () => Promise<unknown>): Promise<Measured> {
  const bytes = Buffer.byteLength(JSON.stringify(await look()));
  const took: number[] = [];
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call++) {
    const start = performance.now();
    await look();
    took.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  took.sort((a, b) => a - b);
  return { p50: took[took.length >> 1]!, p99: took[Math.floor(took.length * 0.99)]!, cpu: (user + system) / 1000 / calls, bytes };
}

/** The pages of the built app, drawn and sent. */
async function measurePages(url: string, rooms: readonly BenchRoom[]): Promise<boolean> {
  await ensureBuild("content");
  const dataDir = mkdtempSync(join(tmpdir(), "hangtian-bench-classes-"));
  const server = await startServer({ dataDir, environment: { DATABASE_URL: url } });
  let isMet = true;
  try {
    console.log("\n| page | pupils | p50 ms | p99 ms | bytes | bytes, gzip |\n|---|---|---|---|---|---|");
    for (const room of rooms) {
      const browser = new HttpLearner(server.url);
      await browser.signIn("password", { userName: teacherOf(room.pupils), password });
      for (const [name, pathOf] of Object.entries(pages)) {
        const view = async () => {
          const response = await browser.fetch(pathOf(room));
          if (!response.ok) throw new Error(`${name} answered ${response.status}.`);
          return response.text();
        };
        const text = await view();
        const { p50, p99 } = await measure(view);
        isMet &&= p99 < aimMs;
        console.log(`| ${name} | ${room.pupils} | ${number(p50)} | ${number(p99)} | ${number(Buffer.byteLength(text))} | ${number(gzipSync(text).length)} |`);
      }
    }
  } finally {
    await server.end("SIGTERM");
    rmSync(dataDir, { recursive: true, force: true });
  }
  return isMet;
}

async function measureAll(url: string): Promise<boolean> {
  adoptDatabase(await createDatabase({ url, migrationsDir: env.migrationsDir }));
  const pool = new Pool({ connectionString: url, max: 1 });
  getFactBase();
  const [byFact, passwordHash] = [await writeQuestions(pool), await hashPassword(password)];
  const rooms: BenchRoom[] = [];
  for (const pupils of sizes) rooms.push(await writeClass(pool, byFact, pupils, { userName: teacherOf(pupils), passwordHash }, new Date()));
  let isMet = true;
  console.log("| what | pupils | responses | p50 ms | p99 ms | of it CPU here | bytes of data |\n|---|---|---|---|---|---|---|");
  for (const [name, look] of Object.entries(looks)) {
    for (const room of rooms) {
      const { p50, p99, cpu, bytes } = await measure(() => look({ userId: room.teacherId }, room));
      isMet &&= p99 < aimMs;
      console.log(`| ${name} | ${room.pupils} | ${number(room.responses)} | ${number(p50)} | ${number(p99)} | ${number(cpu)} | ${number(bytes)} |`);
    }
  }
  isMet = (await measureWindow(pool, rooms.at(-1)!, mostWaitMs)) && isMet;
  await closeDatabase();
  await pool.end();
  return (await measurePages(url, rooms)) && isMet;
}

/** What a teacher looks at takes by the number of pupils, with 30 assignments, on a Postgres of its own: the data alone, and the pages of the built app. */
export async function runClassesBench(): Promise<number> {
  const binaries = findServerBinaries();
  if (binaries === null) {
    console.log("There is no Postgres server on this machine (Debian: apt-get install postgresql), so there is nothing to measure.");
    return 2;
  }
  const server = await startTestServer(binaries);
  try {
    const isMet = await measureAll(server.url);
    console.log(`${calls} calls each. Aim: p99 under ${aimMs} ms, and no save waits longer than ${mostWaitMs} ms: ${isMet ? "met" : "not met"}.`);
    return isMet ? 0 : 1;
  } finally {
    await server.stop();
  }
}
