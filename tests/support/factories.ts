import { randomUUID } from "node:crypto";
import type { PrismaClient, User } from "@/lib/db/generated/client";
import type { GivenAnswer } from "@/lib/data/answers";
import type { Response } from "@/lib/grading/grade";
import type { Item } from "@/lib/questions/item";
import { memoryModel } from "@/lib/scheduling/learner-memory";
import { namedRandom, randomBelow, type Random } from "@/lib/shared/random";

/** Nine in the morning in UTC, so that an hour more or less stays within the learner's day. */
export const morning = new Date("2026-11-23T09:00:00Z");

export const daysLater = (days: number, from = morning) => new Date(from.getTime() + days * 86_400_000);

/** An ordinary learner: a guest who counts days in UTC, with memory states of today's model (older ones would be folded anew from the log), unless told otherwise. */
export function createLearner(database: PrismaClient, data: Partial<User> = {}): Promise<User> {
  return database.user.create({ data: { memoryModel, ...data } });
}

/** An answer as the browser sends it. */
export const givenAnswer = (presentationId: string, response: Response, more: Partial<GivenAnswer> = {}): GivenAnswer => ({
  eventId: randomUUID(),
  presentationId,
  response,
  elapsedMs: 4000,
  timeZone: "UTC",
  ...more,
});

/** The response that is right for an item. */
export function rightResponse({ type, key, prompts }: Item): Response {
  if (type === "flashcard") return { kind: "rating", rating: 3 };
  if (!Array.isArray(key)) return { kind: "typed", text: key.text };
  if (prompts) return { kind: "pairs", pairs: key };
  if (type === "ordering") return { kind: "order", order: key };
  return type === "multiple-response" ? { kind: "choices", options: key } : { kind: "choice", option: key[0]! };
}

/** A response of the right kind with nothing right in it. */
export function wrongResponse(item: Item): Response {
  const right = rightResponse(item);
  const wrongOptions = item.options.flatMap((_, index) => (Array.isArray(item.key) && item.key.includes(index) ? [] : [index]));
  switch (right.kind) {
    case "rating": return { kind: "rating", rating: 1 };
    case "typed": return { kind: "typed", text: "zzzz" };
    case "choice": return { kind: "choice", option: wrongOptions[0]! };
    case "choices": return { kind: "choices", options: wrongOptions };
    case "order": return { kind: "order", order: [...right.order].reverse() };
    case "pairs": return { kind: "pairs", pairs: [...right.pairs.slice(1), right.pairs[0]!] };
  }
}

export async function itemOf(database: PrismaClient, presentationId: string): Promise<Item> {
  const row = await database.presentation.findUniqueOrThrow({ where: { id: presentationId } });
  return row.item as unknown as Item;
}

/** Right or wrong as the stream of numbers has it. */
export function someResponse(item: Item, random: Random): Response {
  if (item.type === "flashcard") return { kind: "rating", rating: (1 + randomBelow(random, 4)) as 1 | 2 | 3 | 4 };
  return random() < 0.7 ? rightResponse(item) : wrongResponse(item);
}

export const seeded = (name: string): Random => namedRandom(1, name);

/** Everything that belongs to learners, to show that a refused request changed nothing. */
export async function snapshot(database: PrismaClient): Promise<string> {
  const [users, presentations, events, undos, states, choices, questions] = await Promise.all([
    database.user.findMany({ orderBy: { id: "asc" } }),
    database.presentation.findMany({ orderBy: { id: "asc" } }),
    database.reviewEvent.findMany({ orderBy: { id: "asc" } }),
    database.undoEvent.findMany({ orderBy: { id: "asc" } }),
    database.memoryState.findMany({ orderBy: [{ userId: "asc" }, { factId: "asc" }] }),
    database.factChoice.findMany({ orderBy: [{ userId: "asc" }, { factId: "asc" }] }),
    database.questionHealth.findMany({ orderBy: { itemId: "asc" } }),
  ]);
  return JSON.stringify({ users, presentations, events, undos, states, choices, questions });
}
