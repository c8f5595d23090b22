import { randomUUID } from "node:crypto";
import { answerCard } from "@/lib/data/answers";
import { undoAnswer } from "@/lib/data/undos";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Response } from "@/lib/grading/grade";
import { pick, randomBelow, shuffled, type Random } from "@/lib/shared/random";
import { daysLater, morning, someResponse } from "./factories";
import { itemsByFact, putQuestions } from "./questions";

/** What a browser sends about one question, in its order. `givenAt` is when the learner did it. */
type Step = { kind: "answer"; eventId: string; response: Response; elapsedMs: number; givenAt: Date } | { kind: "undo"; eventId: string; undoes: string; givenAt: Date };

/** One question with all that is sent about it. */
export type Exchange = { presentationId: string; steps: Step[] };

const minuteMs = 60_000;

/** Answered at once, or so fast that it counts half; always far from a quarter of what is usual, which itself rests on what has arrived. */
const someElapsedMs = (random: Random) => (random() < 0.1 ? 300 : 2000 + randomBelow(random, 4000));

/**
 * What a learner does about so many questions over two months: one answer each, an eighth of which are taken back, and half of those
 * answered anew. Every step has an instant of its own.
 */
export async function planExchanges(database: PrismaClient, userId: string, count: number, random: Random): Promise<Exchange[]> {
  const facts = (await itemsByFact()).slice(0, 25);
  const items = Array.from({ length: count }, () => pick(random, pick(random, facts)));
  const put = await putQuestions(database, userId, items, morning);
  return put.map(({ presentationId, item }, i) => {
    const at = (minute: number) => new Date(morning.getTime() + Math.floor((i * 60 * 24 * 60) / count) * minuteMs + minute * minuteMs + randomBelow(random, 60) * 1000 + i);
    const answer = (minute: number) => ({ kind: "answer" as const, eventId: randomUUID(), response: someResponse(item, random), elapsedMs: someElapsedMs(random), givenAt: at(minute) });
    const first = answer(0);
    const isUndone = random() < 1 / 8;
    const again = random() < 0.5 ? [answer(2)] : [];
    return { presentationId, steps: isUndone ? [first, { kind: "undo", eventId: randomUUID(), undoes: first.eventId, givenAt: at(1) }, ...again] : [first] };
  });
}

/** The same for another learner: questions and events have ids of their own, all else is alike. */
export async function copyExchanges(database: PrismaClient, userId: string, exchanges: readonly Exchange[]): Promise<Exchange[]> {
  const rows = await database.presentation.findMany({ where: { id: { in: exchanges.map(({ presentationId }) => presentationId) } } });
  const items = new Map(rows.map((row) => [row.id, row.item as unknown as Parameters<typeof putQuestions>[2][number]]));
  const put = await putQuestions(database, userId, exchanges.map(({ presentationId }) => items.get(presentationId)!), morning);
  return exchanges.map(({ steps }, i) => {
    const ids = new Map(steps.map(({ eventId }) => [eventId, randomUUID()]));
    const copy = (step: Step): Step => ({ ...step, eventId: ids.get(step.eventId)!, ...("undoes" in step && { undoes: ids.get(step.undoes)! }) });
    return { presentationId: put[i]!.presentationId, steps: steps.map(copy) };
  });
}

/** When all of it has been done; nothing is sent before, so that each answer says how long it has waited. */
const afterAll = daysLater(70);

async function send(userId: string, presentationId: string, step: Step, now: Date): Promise<void> {
  if (step.kind === "undo") return undoAnswer({ userId }, { eventId: step.eventId, presentationId, undoes: step.undoes }, now);
  const { eventId, response, elapsedMs, givenAt } = step;
  await answerCard({ userId }, { eventId, presentationId, response, elapsedMs, ageMs: now.getTime() - givenAt.getTime(), timeZone: "UTC" }, now);
}

/** Sends a step once, or up to three times: at the same moment or one after the other. */
async function sendSome(userId: string, presentationId: string, step: Step, random: Random): Promise<void> {
  const clocks = Array.from({ length: pick(random, [1, 1, 1, 1, 1, 1, 2, 3]) }, () => new Date(afterAll.getTime() + randomBelow(random, 1_000_000)));
  if (random() < 0.5) await Promise.all(clocks.map((now) => send(userId, presentationId, step, now)));
  else for (const now of clocks) await send(userId, presentationId, step, now);
}

/** In the order given, but one in eight much later: a tab that was offline, say. */
function delayed<T>(values: readonly T[], random: Random): T[] {
  const places = values.map((_, i) => i + (random() < 1 / 8 ? randomBelow(random, values.length) : 0));
  return values.map((value, i) => ({ value, place: places[i]! })).sort((a, b) => a.place - b.place).map(({ value }) => value);
}

export type Arrival = "mostly in order" | "in any order";

/** What one tab sends: an undo before its answer as often as after it, and some steps once more at the end. */
function stepsOf(exchanges: readonly Exchange[], arrival: Arrival, random: Random): { presentationId: string; step: Step }[] {
  const arranged = arrival === "in any order" ? shuffled(random, exchanges) : delayed(exchanges, random);
  const steps = arranged.flatMap(({ presentationId, steps: [first, undo, ...again] }) => {
    const both = undo ? (random() < 0.5 ? [undo, first!] : [first!, undo]) : [first!];
    return [...both, ...again].map((step) => ({ presentationId, step }));
  });
  return [...steps, ...shuffled(random, steps).slice(0, Math.ceil(steps.length / 20))];
}

/** Several tabs of one learner at once, each with its share of the exchanges. */
export async function studyInTabs(userId: string, exchanges: readonly Exchange[], { tabs, arrival, random }: { tabs: number; arrival: Arrival; random: Random }): Promise<void> {
  const shares = Array.from({ length: tabs }, (_, tab) => stepsOf(exchanges.filter((_each, i) => i % tabs === tab), arrival, random));
  await Promise.all(shares.map(async (share) => {
    for (const { presentationId, step } of share) await sendSome(userId, presentationId, step, random);
  }));
}
