import { z } from "zod";
import { reportReasons } from "@/lib/questions/report-reasons";
import { isTimeZone } from "@/lib/scheduling/learner-day";

/** A browser may be newer than this server and name a zone that it does not know yet: no reason to refuse an answer. */
const timeZoneSchema = z
  .string()
  .regex(/^[\w+\-/]{1,64}$/, "This is not the name of a time zone.")
  .transform((name) => (isTimeZone(name) ? name : undefined));

/** One spelling for an id, as the database gives it. */
const idSchema = z.uuid().transform((id) => id.toLowerCase());

const maxHeld = 20;

const holdingSchema = z
  .string()
  .max(40 * maxHeld)
  .transform((text) => text.split(",").filter((id) => id !== ""))
  .pipe(z.array(idSchema).max(maxHeld));

export const cardsQuerySchema = z.object({
  count: z.coerce.number().int().min(1).max(10).default(3),
  holding: holdingSchema.default([]),
  timeZone: timeZoneSchema.optional(),
});

/** Postgres refuses the zero character, and half of a surrogate pair, which is no character. */
const isStorable = (text: string) => !/[\u0000\p{Surrogate}]/u.test(text);

const textSchema = z.string().max(1000).refine(isStorable, "This text has a character that cannot be stored.");

/** More places than any item has. */
const mostPlaces = 12;

const positionSchema = z.int().min(0).max(20);

const responseSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("choice"), option: positionSchema }),
  z.strictObject({ kind: z.literal("choices"), options: z.array(positionSchema).max(mostPlaces) }),
  z.strictObject({ kind: z.literal("order"), order: z.array(positionSchema).max(mostPlaces) }),
  z.strictObject({ kind: z.literal("pairs"), pairs: z.array(positionSchema.nullable()).max(mostPlaces) }),
  z.strictObject({ kind: z.literal("typed"), text: textSchema }),
  z.strictObject({ kind: z.literal("rating"), rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]) }),
]);

const dayMs = 86_400_000;

export const answerSchema = z.strictObject({
  eventId: idSchema,
  presentationId: idSchema,
  response: responseSchema,
  elapsedMs: z.number().min(0).transform((ms) => Math.round(Math.min(ms, dayMs))),
  timeZone: timeZoneSchema.optional(),
});

export const reportSchema = z.strictObject({
  reportId: idSchema,
  presentationId: idSchema,
  reason: z.enum(reportReasons),
  comment: textSchema.transform((text) => text.trim()).default(""),
});
