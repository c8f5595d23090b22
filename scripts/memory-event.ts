import { z } from "zod";
import { evidenceForm, questionTypes } from "@/lib/scheduling/evidence-form";
import { isTimeZone, learnerDayOf } from "@/lib/scheduling/learner-day";
import type { Undo, LogEvent } from "@/lib/scheduling/learner-memory";
import { err, ok, type Result } from "@/lib/shared/result";

const text = z.string({ error: "must be a text" }).min(1, "must not be empty").max(200, "has more than 200 characters");
const latest = Date.parse("2200-01-01");

const common = {
  id: text,
  at: z.iso.datetime({ offset: true, error: 'must be a time such as "2026-11-23T08:30:00+01:00"' })
    .transform(Date.parse)
    .refine((ms) => ms >= 0 && ms < latest, "must lie between 1970 and 2200"),
  timeZone: z.string({ error: "must be a text" }).refine((zone) => zone.length <= 100, "has more than 100 characters").refine(isTimeZone, 'is no time zone; one is "Asia/Shanghai"').default("UTC"),
};

const undoSchema = z.object({ ...common, undoes: text, fact: text.optional() });

const answerSchema = z
  .object({
    ...common,
    fact: text,
    type: z.enum(questionTypes, { error: `must be one of ${questionTypes.join(", ")}` }).optional(),
    correct: z.boolean({ error: "must be true or false" }).optional(),
    rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], { error: "must be 1, 2, 3 or 4" }).optional(),
    options: z.int({ error: "must be a whole number" }).min(1, "must be from 1 to 100").max(100, "must be from 1 to 100").optional(),
    elapsedMs: z.number({ error: "must be a number" }).min(0, "must not be negative").optional(),
    usualMs: z.number({ error: "must be a number" }).positive("must be more than 0").optional(),
    questionEase: z.number({ error: "must be a number" }).min(-10, "must be from -10 to 10").max(10, "must be from -10 to 10").optional(),
  })
  .refine(({ correct, rating }) => (correct === undefined) !== (rating === undefined), 'needs either "correct" or "rating", not both');

const describe = (error: z.ZodError) => error.issues.map(({ path, message }) => (path.length > 0 ? `"${path.join(".")}" ${message}` : message)).join("; ");

/** An event of the log, and for an undo the fact its line named, if it did. */
export type ReadEvent = { event: LogEvent; timeZone: string; fact?: string };

const isUndoLine = (json: unknown) => typeof json === "object" && json !== null && "undoes" in json && json.undoes !== null;

function toUndo(json: unknown): Result<ReadEvent, string> {
  const read = undoSchema.safeParse(json);
  if (!read.success) return err(describe(read.error));
  const { id, at, timeZone, undoes, fact } = read.data;
  const event: Undo = { id, atMs: at, undoes };
  return ok({ event, timeZone, fact });
}

/** Reads one line of a review log; the error says in words what is wrong with it. */
export function readMemoryEvent(line: string, dayStartHour: number): Result<ReadEvent, string> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return err("not a line of JSON");
  }
  if (isUndoLine(json)) return toUndo(json);
  const read = answerSchema.safeParse(json);
  if (!read.success) return err(describe(read.error));
  const { id, fact, at, timeZone, type, correct, rating, options, elapsedMs, usualMs, questionEase } = read.data;
  const outcome = rating ?? (correct ? "right" : "wrong");
  const form = evidenceForm(type ?? (rating === undefined ? "short-answer" : "flashcard"), options);
  const learnerDay = learnerDayOf(at, { timeZone, dayStartHour });
  return ok({ event: { id, factId: fact, atMs: at, learnerDay, evidence: { ...form, outcome, elapsedMs, usualMs, questionEase } }, timeZone, fact });
}
