import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getFactBase } from "@/lib/content/fact-base";
import { answerCard } from "@/lib/data/answers";
import { openCards } from "@/lib/data/study";
import { adoptDatabase, closeDatabase, createDatabase, type Database } from "@/lib/db/database";
import { env } from "@/lib/env";
import type { Response } from "@/lib/grading/grade";
import { answerKindOf, type StudyCard } from "@/lib/questions/study-card";
import { addDays, learnerDayOf } from "@/lib/scheduling/learner-day";

const dayMs = 86_400_000;
const startedFacts = 3000;
const insertedAtOnce = 500;

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;

async function timeMs<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  into.push(performance.now() - start);
  return result;
}

function guess(card: StudyCard): Response {
  const places = card.options.map((_, position) => position);
  switch (answerKindOf(card)) {
    case "rating": return { kind: "rating", rating: 3 };
    case "typed": return { kind: "typed", text: "1970" };
    case "choice": return { kind: "choice", option: 0 };
    case "choices": return { kind: "choices", options: [0] };
    case "order": return { kind: "order", order: places };
    case "pairs": return { kind: "pairs", pairs: places.slice(0, card.prompts!.length) };
  }
}

/** Facts in review with a question and an answer each; `dueEvery`: one in so many is due, the others later. Ids beyond the content's stand for facts that left it. */
async function startFacts(database: Database, userId: string, now: Date, dueEvery: number): Promise<void> {
  const dayOf = (instant: Date) => learnerDayOf(instant.getTime(), { timeZone: "UTC", dayStartHour: 4 });
  const createdAt = new Date(now.getTime() - 20 * dayMs);
  const [today, lastDay] = [dayOf(now), dayOf(createdAt)];
  const known = getFactBase().content.facts.filter((fact) => fact.ask === true).map((fact) => fact.id as string);
  const sample = await openCards({ userId }, { count: 1, holding: [], now });
  const { item } = await database.presentation.findUniqueOrThrow({ where: { id: sample.cards[0]!.presentationId } });
  for (let from = 0; from < startedFacts; from += insertedAtOnce) {
    const rows = Array.from({ length: insertedAtOnce }, (_, i) => ({ id: randomUUID(), position: from + i, factId: known[from + i] ?? `gone-${from + i}` }));
    const asked = { userId, itemId: "bench", item: item as object, contentVersion: "older", createdAt };
    await database.presentation.createMany({ data: rows.map(({ id, factId }) => ({ ...asked, id, factId })) });
    const answered = { userId, form: "flashcard", response: { kind: "rating", rating: 3 }, verdict: "exact", score: 1, rating: 3, elapsedMs: 2000, answeredAt: createdAt, timeZone: "UTC", learnerDay: lastDay };
    await database.reviewEvent.createMany({ data: rows.map(({ id, factId }) => ({ ...answered, id: randomUUID(), presentationId: id, factId })) });
    const state = { userId, stabilityDays: 20, difficulty: 5, reviewCount: 1, lapseCount: 0, firstDay: lastDay, lastDay };
    await database.memoryState.createMany({ data: rows.map(({ factId, position }) => ({ ...state, factId, dueOn: addDays(today, position % dueEvery === 0 ? 0 : 5000) })) });
  }
}

type Timings = { opening: number[]; answering: number[] };

/** Studies as the browser does: always three cards at hand, the next fetched while one is answered; on the next day when the day is done. */
async function study(userId: string, begin: Date, rounds: number): Promise<Timings> {
  const timings: Timings = { opening: [], answering: [] };
  let now = begin;
  while (timings.answering.length < rounds) {
    const { cards } = await timeMs(timings.opening, () => openCards({ userId }, { count: 3, holding: [], now }));
    const card = cards[0];
    if (!card) {
      now = new Date(now.getTime() + dayMs);
      continue;
    }
    const given = { eventId: randomUUID(), presentationId: card.presentationId, response: guess(card), elapsedMs: 2000, timeZone: "UTC" };
    await timeMs(timings.answering, () => answerCard({ userId }, given, now));
  }
  return timings;
}

function say(name: string, what: string, values: number[], trips: number[]): void {
  const [took, trip] = [median(values), median(trips)];
  console.log(`${name.padEnd(32)} ${what.padEnd(11)} median ${took.toFixed(1).padStart(7)} ms   × ${(took / trip).toFixed(0).padStart(4)} of SELECT 1 (${trip.toFixed(2)} ms)`);
}

async function measureAll(database: Database): Promise<void> {
  const now = new Date();
  const learners = [
    { name: "a new learner", dueEvery: null },
    { name: `${startedFacts} facts started, 50 due`, dueEvery: startedFacts / 50 },
    { name: `${startedFacts} facts started, all due`, dueEvery: 1 },
  ];
  for (const { name, dueEvery } of learners) {
    const { id } = await database.user.create({ data: {} });
    if (dueEvery) await startFacts(database, id, now, dueEvery);
    await study(id, now, 2);
    const { opening, answering } = await study(id, now, 40);
    const trips: number[] = [];
    for (let i = 0; i < 200; i++) await timeMs(trips, () => database.$queryRaw`SELECT 1`);
    say(name, "openCards", opening, trips);
    say(name, "answerCard", answering, trips);
  }
}

/** How long a card and an answer take on the embedded database, each against a round trip to it in the same run. */
export async function runStudyBench(): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), "hangtian-study-"));
  try {
    const open = await createDatabase({ dataDir, migrationsDir: env.migrationsDir });
    adoptDatabase(open);
    await measureAll(open.client);
    return 0;
  } finally {
    await closeDatabase();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
