import { loadavg } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Pool } from "pg";
import { seededRandom } from "@/lib/shared/random";
import type { AppServer } from "@/tests/support/server";
import { assignQuiz } from "./bench-quiz-class";
import { checkOutcome, type Outcome } from "./bench-quiz-check";
import { handInMs, QuizLearner, type Kind, type Round, type Timing } from "./bench-quiz-learner";
import { describeBusy, measureBusy, type Busy } from "./bench-quiz-machine";

/** `model`: an attempt whose questions a class can be given. */
export type Stage = { apps: readonly [AppServer, AppServer]; pool: Pool; postmaster: number; model: string };

/**
 * `isHandedIn`: or else time runs out for all and the sweeper closes. `isApart`: all have started before the minute begins. `isAssigned`: it is one quiz that a class was
 * given, or else each makes one of their own.
 */
export type Wishes = { learners: number; isHandedIn: boolean; isApart: boolean; isAssigned?: boolean };

const minuteMs = 60_000;
/** Within which all start, where they do so in the same minute. */
const startMs = 10_000;
const atOnce = 8;
const questions = 20;
const firstWarmer = 60_000;
/** Of a class whose time runs out, one in so many has answered nothing. */
const idleEvery = 20;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const quantile = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
const number = (value: number) => Math.round(value).toLocaleString("en");

/** A few at a time. */
async function forAll<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...list];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  }));
}

function printRow(name: string, timings: readonly Timing[]): number {
  const sorted = timings.map(({ ms }) => ms).sort((a, b) => a - b);
  if (sorted.length > 0) console.log(`| ${name} | ${number(sorted.length)} | ${[0.5, 0.95, 0.99, 1].map((share) => number(quantile(sorted, share))).join(" | ")} |`);
  return quantile(sorted, 0.99);
}

function printTimings({ timings, beginsAt, endsAt }: Round, isApart: boolean): number {
  const of = (kind: Kind, from = -Infinity, to = Infinity) => timings.filter((timing) => timing.kind === kind && timing.at >= from && timing.at < to);
  const lastStart = Math.max(beginsAt, ...of("start").map(({ at, ms }) => at + ms));
  console.log("| ms | requests | p50 | p95 | p99 | longest |\n|---|---|---|---|---|---|");
  printRow("start (with its paper)", of("start"));
  printRow("page of the quiz", of("page"));
  printRow("taking the quiz", of("lease"));
  const p99 = printRow("**save**", of("save"));
  if (!isApart) printRow("of them while others start", of("save", -Infinity, lastStart));
  if (!isApart) printRow("of them afterwards", of("save", lastStart));
  printRow("handing in, with grading", of("submit"));
  console.log(`\nThe last had started ${((lastStart - beginsAt) / 1000).toFixed(1)} s after the beginning; the minute ended at ${((endsAt - beginsAt) / 1000).toFixed(0)} s.`);
  return p99;
}

/** The first quiz of a process waits for the code of its pages and for what is reckoned once; a process that has run for an hour has all that. Gives how long the first start took, and one of the attempts. */
export async function warmUp({ apps }: Pick<Stage, "apps">): Promise<{ ms: number; model: string }> {
  const urls = [apps[0].url, apps[1].url] as const;
  const round: Round = { urls, count: questions, beginsAt: performance.now(), endsAt: performance.now() + 2 * handInMs, isHandedIn: true, timings: [], faults: [] };
  const learners = Array.from({ length: atOnce }, (_, i) => new QuizLearner(firstWarmer + i, seededRandom(i), false));
  await forAll(learners, async (learner) => {
    await learner.begin({ urls });
    await learner.start(round);
    await learner.take(round);
  });
  if (round.faults.length > 0) throw new Error(`The apps do not work: ${round.faults.join("; ")}`);
  return { ms: Math.max(...round.timings.filter(({ kind }) => kind === "start").map(({ ms }) => ms)), model: learners[0]!.attemptId };
}

/** Waits until nothing is left to grade; how long that took. */
async function untilGraded(pool: Pool, attemptIds: readonly string[], from: number): Promise<number> {
  for (;;) {
    const { rows: [row] } = await pool.query<{ open: number }>(`SELECT count(*)::int AS open FROM "QuizAttempt" WHERE "id" = ANY($1::uuid[]) AND "state" IN ('in_progress', 'submitted')`, [attemptIds]);
    if (row!.open === 0) return performance.now() - from;
    if (performance.now() - from > 5 * minuteMs) return Infinity;
    await pause(200);
  }
}

function printOutcome(outcome: Outcome, { faults }: Round, retries: number): void {
  const { answers, inLog, ambiguous, lost, doubled, wrong } = outcome;
  console.log(`${number(answers)} answers acknowledged; **${lost} lost, ${doubled} doubled, ${wrong} wrong**; ${number(inLog)} in the review log, ${ambiguous} that could be read two ways (not in the log by design). ${faults.length} requests failed, ${retries} sent again for want of a connection.`);
  for (const fault of new Set(faults)) console.log(`  ${faults.filter((other) => other === fault).length} × ${fault}`);
}

async function runMinute(round: Round, learners: readonly QuizLearner[], isApart: boolean): Promise<void> {
  const random = seededRandom(learners.length);
  await Promise.all(learners.map(async (learner) => {
    if (!isApart) await pause(random() * startMs);
    if (!isApart) await learner.start(round);
    await learner.take(round);
  }));
}

/** All have started before the minute begins, which is counted from then on. */
async function startApart(round: Round, learners: readonly QuizLearner[]): Promise<void> {
  round.endsAt = performance.now() + 10 * minuteMs;
  await forAll(learners, (learner) => learner.start(round));
  console.log(`Starting took ${((performance.now() - round.beginsAt) / 1000).toFixed(1)} s, ${atOnce} at a time.\n`);
  round.beginsAt = performance.now();
}

type Marks = { before: Busy; answered: Busy; after: Busy };

function printBusy({ before, answered, after }: Marks, { timings }: Round, isApart: boolean): void {
  const saves = timings.filter(({ kind, at, ms }) => kind === "save" && at + ms < answered.atMs).length;
  const perSave = (name: "apps" | "postgres") => `${((answered[name] - before[name]) / saves).toFixed(1)} ms`;
  console.log(`While answering: ${describeBusy(before, answered)}${isApart ? `; a save takes ${perSave("apps")} of the apps' CPU and ${perSave("postgres")} of Postgres'` : ""}.`);
  console.log(`From then until all was graded: ${describeBusy(answered, after)}.`);
}

/** One class in one quiz: starts, a minute of saves, hand-ins or the sweeper; then the database is compared. True where nothing failed and saves were fast enough. */
export async function runRound({ apps, pool, postmaster, model }: Stage, { learners: size, isHandedIn, isApart, isAssigned = false }: Wishes, aimMs: number): Promise<boolean> {
  console.log(`\n### ${number(size)} learners, ${questions} questions, ${isHandedIn ? "all hand in within the last 3 s" : "nobody hands in: time is up for all at once"}; ${isApart ? "all had started before" : `all start within the first ${startMs / 1000} s`}; ${isAssigned ? "one quiz that the class was given" : "each with a quiz of their own"}\n`);
  const learners = Array.from({ length: size }, (_, i) => new QuizLearner(i, seededRandom(i + 1), !isHandedIn && i % idleEvery === 0));
  const urls = [apps[0].url, apps[1].url] as const;
  await forAll(learners, (learner) => learner.begin({ urls }));
  const assignmentId = isAssigned ? await assignQuiz(pool, model, { count: questions, seconds: minuteMs / 1000 }) : undefined;
  const round: Round = { urls, count: questions, assignmentId, beginsAt: performance.now(), endsAt: Infinity, isHandedIn, timings: [], faults: [] };
  if (isApart) await startApart(round, learners);
  round.endsAt = round.beginsAt + minuteMs;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const measure = () => measureBusy(apps.map(({ pid }) => pid), postmaster);
  const [loadBefore, before] = [loadavg()[0]!, measure()];
  const [answered] = await Promise.all([pause(minuteMs - handInMs).then(measure), runMinute(round, learners, isApart)]);
  delay.disable();
  const gradedMs = await untilGraded(pool, learners.map(({ attemptId }) => attemptId), round.endsAt);
  const marks = { before, answered, after: measure() };
  const p99 = printTimings(round, isApart);
  console.log(`All graded ${(gradedMs / 1000).toFixed(1)} s after the end of the minute${isHandedIn ? "" : " (of these 30 s of grace, and up to 30 s until a sweeper looks)"}.`);
  const outcome = await checkOutcome(pool, learners);
  printOutcome(outcome, round, learners.reduce((sum, { browser }) => sum + browser.retries, 0));
  printBusy(marks, round, isApart);
  console.log(`Load average ${loadBefore.toFixed(1)} before, ${loadavg()[0]!.toFixed(1)} after; the generator's own lag p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms, which is part of every figure.`);
  return p99 < aimMs && round.faults.length + outcome.lost + outcome.doubled + outcome.wrong === 0 && Number.isFinite(gradedMs);
}
