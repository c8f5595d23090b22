import { z } from "zod";
import { reportReasons } from "@/lib/questions/report-reasons";
import { parseScope, studyModes } from "@/lib/questions/study-request";
import { isTimeZone } from "@/lib/scheduling/learner-day";
import { isStorable } from "@/lib/shared/storable-text";

/** A browser may be newer than this server and name a zone that it does not know yet: no reason to refuse an answer. */
export const timeZoneSchema = z
  .string()
  .regex(/^[\w+\-/]{1,64}$/, "This is not the name of a time zone.")
  .transform((name) => (isTimeZone(name) ? name : undefined));

/** One spelling for an id, as the database gives it. */
export const idSchema = z.uuid().transform((id) => id.toLowerCase());

const maxHeld = 20;

const holdingSchema = z
  .string()
  .max(40 * maxHeld)
  .transform((text) => text.split(",").filter((id) => id !== ""))
  .pipe(z.array(idSchema).max(maxHeld));

/** Room for as many facts as may be named one by one. */
const longestScope = 11_000;

/** What to study, as it stands in an address. */
export const scopeSchema = z
  .string()
  .max(longestScope)
  .transform((text, context) => {
    const scope = parseScope(text);
    if (scope) return scope;
    context.addIssue({ code: "custom", message: "There is nothing of this kind to study." });
    return z.NEVER;
  });

export const cardsQuerySchema = z
  .object({
    count: z.coerce.number().int().min(1).max(10).default(3),
    holding: holdingSchema.default([]),
    timeZone: timeZoneSchema.optional(),
    what: scopeSchema.default({ kind: "due" }),
    how: z.enum(studyModes).default("mix"),
  })
  .transform(({ what, how, ...asked }) => ({ ...asked, scope: what, mode: how }));

export const textSchema = z.string().max(1000).refine(isStorable, "This text has a character that cannot be stored.");

/** More places than any item has. */
export const mostPlaces = 12;

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

/** How long a question was looked at, as the browser measured it; more than a day is a day. */
export const elapsedSchema = z.number().min(0).transform((ms) => Math.round(Math.min(ms, dayMs)));

/** A browser that stays offline for longer has its answers counted as this old. */
const longestWaitMs = 366 * dayMs;

/** How long ago it was done, by the browser's own clock. */
export const ageSchema = z.number().min(0).default(0).transform((ms) => Math.round(Math.min(ms, longestWaitMs)));

export const answerSchema = z.strictObject({
  eventId: idSchema,
  presentationId: idSchema,
  response: responseSchema,
  elapsedMs: elapsedSchema,
  ageMs: ageSchema,
  timeZone: timeZoneSchema.optional(),
});

export const undoSchema = z.strictObject({ eventId: idSchema, presentationId: idSchema, undoes: idSchema });

export const nextDueQuerySchema = z.object({ timeZone: timeZoneSchema.optional() });

export const reportSchema = z.strictObject({
  reportId: idSchema,
  presentationId: idSchema,
  reason: z.enum(reportReasons),
  comment: textSchema.transform((text) => text.trim()).default(""),
});
