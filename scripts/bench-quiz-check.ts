import { isDeepStrictEqual } from "node:util";
import type { Pool } from "pg";
import type { QuizSave } from "@/lib/quiz/exchange";
import { toResponse } from "@/lib/quiz/response";

/** What a learner was told is kept. */
export type Acknowledged = { attemptId: string; kept: ReadonlyMap<number, QuizSave> };

type SlotRow = { attemptId: string; userId: string; state: string; position: number; response: unknown; optionIds: string[]; sequence: number; isFlagged: boolean; elapsedMs: number; verdict: string | null; eventId: string | null };
type EventRow = { id: string; userId: string; response: unknown; elapsedMs: number };

/** `lost`: acknowledged, and not there. `doubled`: more answers in the log than questions answered. `wrong`: other than acknowledged, or not closed and graded. */
export type Outcome = { answers: number; inLog: number; ambiguous: number; lost: number; doubled: number; wrong: number };

const nothing: Outcome = { answers: 0, inLog: 0, ambiguous: 0, lost: 0, doubled: 0, wrong: 0 };

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function readSlots(pool: Pool, attemptIds: readonly string[]): Promise<SlotRow[]> {
  return pool.query<SlotRow>(
    `SELECT s."attemptId", a."userId", a."state", s."position", s."response", s."optionIds", s."sequence", s."isFlagged", s."elapsedMs", s."verdict", s."eventId"
     FROM "QuizAttempt" a JOIN "QuizSlot" s ON s."attemptId" = a."id" WHERE a."id" = ANY($1::uuid[])`, [attemptIds]).then(({ rows }) => rows);
}

/** The learners began with an empty log, so whatever is in it comes from the quiz. */
async function readEvents(pool: Pool, userIds: readonly string[]): Promise<Map<string, EventRow[]>> {
  const { rows } = await pool.query<EventRow>('SELECT "id", "userId", "response", "elapsedMs" FROM "ReviewEvent" WHERE "userId" = ANY($1::uuid[])', [userIds]);
  return groupBy(rows, ({ userId }) => userId);
}

/** What became of one question: whether the slot is as acknowledged, and the answer in the log as the slot. */
function checkSlot(slot: SlotRow, save: QuizSave | undefined, events: ReadonlyMap<string, EventRow>): Partial<Outcome> {
  if (!save) return slot.sequence === 0 && slot.eventId === null ? {} : { wrong: 1 };
  if (slot.sequence < save.sequence || slot.response === null) return { answers: 1, lost: 1 };
  const response = toResponse(save.response, slot.optionIds);
  const isKept = response.ok && isDeepStrictEqual(slot.response, response.value) && slot.isFlagged === save.isFlagged && slot.elapsedMs === save.elapsedMs;
  if (!isKept || slot.state !== "graded" || slot.verdict === null) return { answers: 1, wrong: 1 };
  if (slot.verdict === "ambiguous") return { answers: 1, ambiguous: 1, wrong: slot.eventId === null ? 0 : 1 };
  const event = slot.eventId === null ? undefined : events.get(slot.eventId);
  if (!event) return { answers: 1, lost: 1 };
  return { answers: 1, wrong: isDeepStrictEqual(event.response, slot.response) ? 0 : 1 };
}

const add = (sum: Outcome, more: Partial<Outcome>): Outcome =>
  Object.fromEntries(Object.entries(sum).map(([name, value]) => [name, value + (more[name as keyof Outcome] ?? 0)])) as Outcome;

/** Compares the database row by row with what each learner was told. */
export async function checkOutcome(pool: Pool, learners: readonly Acknowledged[]): Promise<Outcome> {
  const slots = groupBy(await readSlots(pool, learners.map(({ attemptId }) => attemptId)), ({ attemptId }) => attemptId);
  const events = await readEvents(pool, [...slots.values()].map(([slot]) => slot!.userId));
  let sum = nothing;
  for (const { attemptId, kept } of learners) {
    const own = slots.get(attemptId) ?? [];
    const log = events.get(own[0]?.userId ?? "") ?? [];
    const byId = new Map(log.map((event) => [event.id, event]));
    for (const slot of own) sum = add(sum, checkSlot(slot, kept.get(slot.position), byId));
    const recorded = own.filter(({ eventId }) => eventId !== null).length;
    sum = add(sum, { inLog: log.length, doubled: Math.max(0, log.length - recorded), lost: [...kept.keys()].filter((position) => !own.some((slot) => slot.position === position)).length });
  }
  return sum;
}
