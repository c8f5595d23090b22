import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";
import { findServerBinaries, startTestServer } from "@/tests/support/database-server";
import { startServer } from "@/tests/support/server";
import { findPostmaster } from "./bench-quiz-machine";
import { runRound, warmUp, type Stage, type Wishes } from "./bench-quiz-round";
import { ensureBuild } from "./setup/build.mjs";

const classSize = 300;
const aimMs = 500;
const mostLearners = 9600;

/** What can happen to a class. `class` is what is aimed at: one quiz for all, which they start and hand in within the same minute. */
const rounds = {
  class: { isHandedIn: true, isApart: false, isAssigned: true },
  apart: { isHandedIn: true, isApart: true },
  expired: { isHandedIn: false, isApart: false, isAssigned: true },
  own: { isHandedIn: true, isApart: false },
} as const satisfies Record<string, Omit<Wishes, "learners">>;

type RoundName = keyof typeof rounds;

const isRound = (name: string): name is RoundName => Object.hasOwn(rounds, name);

/** Under five minutes together. */
const usual: readonly RoundName[] = ["class", "apart", "expired"];

async function runClass(stage: Stage, learners: number, names: readonly RoundName[]): Promise<boolean> {
  let isMet = true;
  for (const name of names) isMet = (await runRound(stage, { learners, ...rounds[name] }, aimMs)) && isMet;
  return isMet;
}

/** Half as many again each time until it breaks: from 300 on, 450, 675, 1,013 … */
async function climb(stage: Stage, from: number): Promise<boolean> {
  const holds = (learners: number) => runRound(stage, { learners, ...rounds.class }, aimMs);
  let [learners, held] = [from, 0];
  while (learners <= mostLearners && (await holds(learners))) [held, learners] = [learners, Math.ceil(learners * 1.5)];
  console.log(`\n${held === 0 ? "It breaks" : `It holds with ${held} learners and breaks`} with ${learners > mostLearners ? "more than were tried" : learners}.`);
  return held > 0;
}

async function withApps(url: string, work: (stage: Stage) => Promise<boolean>): Promise<boolean> {
  await ensureBuild("content");
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), "hangtian-bench-quiz-")));
  // As behind a proxy, so that the learners come from addresses of their own; and sessions hold in both processes.
  const environment = { DATABASE_URL: url, NEXTAUTH_SECRET: randomBytes(32).toString("base64url"), HANGTIAN_BEHIND_PROXY: "1" };
  const first = await startServer({ dataDir: folders[0]!, environment });
  const second = await startServer({ dataDir: folders[1]!, environment });
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    const apps = [first, second] as const;
    const { ms, model } = await warmUp({ apps });
    console.log(`The first starts of both processes took up to ${(ms / 1000).toFixed(1)} s; they are not counted below.`);
    return await work({ apps, pool, postmaster: await findPostmaster(pool), model });
  } finally {
    await pool.end();
    await Promise.all([first.end("SIGTERM"), second.end("SIGTERM")]);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

const usage = `A number of learners, or climb with a number to begin with; then the rounds that are wanted, of ${Object.keys(rounds).join(", ")}.`;

type Wanted = { isClimb: boolean; learners: number; names: readonly RoundName[] };

function readArguments(given: string[]): Wanted | null {
  const isClimb = given[0] === "climb";
  const numbers = given.slice(isClimb ? 1 : 0);
  const learners = Number.isNaN(Number(numbers[0] ?? classSize)) ? classSize : Number(numbers.shift() ?? classSize);
  const names = numbers.filter(isRound);
  const isSound = Number.isInteger(learners) && learners > 0 && names.length === numbers.length;
  return isSound ? { isClimb, learners, names: names.length > 0 ? names : usual } : null;
}

/**
 * A class in one quiz: two processes of the built app on a Postgres of their own. Without arguments 300 learners, with a number that many, with "climb" more and
 * more until it breaks. Exit code 1 where something was lost, doubled, wrong or refused, or the saves were too slow.
 */
export async function runQuizBench(given: string[]): Promise<number> {
  const binaries = findServerBinaries();
  const wanted = readArguments(given);
  if (binaries === null || wanted === null) {
    console.log(binaries === null ? "There is no Postgres server on this machine (Debian: apt-get install postgresql), so there is nothing to measure." : usage);
    return 2;
  }
  const { isClimb, learners, names } = wanted;
  const server = await startTestServer(binaries, "kept");
  try {
    const isMet = await withApps(server.url, (stage) => (isClimb ? climb(stage, learners) : runClass(stage, learners, names)));
    console.log(`\nAim: nothing lost, doubled or refused, p99 of a save under ${aimMs} ms: ${isMet ? "met" : "not met"}.`);
    return isMet ? 0 : 1;
  } finally {
    await server.stop();
  }
}
