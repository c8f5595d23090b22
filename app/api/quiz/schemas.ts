import { z } from "zod";
import { elapsedSchema, idSchema, mostPlaces, textSchema, timeZoneSchema } from "@/app/api/study/schemas";
import { quizLengths, quizSetupSchema } from "@/lib/quiz/quiz-setup";

export const startSchema = z.strictObject({ attemptId: idSchema, setup: quizSetupSchema, timeZone: timeZoneSchema.optional() });

export const assignedStartSchema = z.strictObject({ attemptId: idSchema, timeZone: timeZoneSchema.optional() });

export const leaseSchema = z.strictObject({ leaseId: idSchema });

export const statusQuerySchema = z.object({ leaseId: idSchema.optional() });

const positionSchema = z.int().min(0).max(quizLengths.most - 1);

export const openSchema = z.strictObject({ leaseId: idSchema, position: positionSchema });

/** As `optionId` of lib/data makes them. */
const optionIdSchema = z.string().regex(/^[\w-]{12}$/, "This is not an option.");

const responseSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("choice"), option: optionIdSchema }),
  z.strictObject({ kind: z.literal("choices"), options: z.array(optionIdSchema).max(mostPlaces) }),
  z.strictObject({ kind: z.literal("order"), order: z.array(optionIdSchema).max(mostPlaces) }),
  z.strictObject({ kind: z.literal("pairs"), pairs: z.array(optionIdSchema.nullable()).max(mostPlaces) }),
  z.strictObject({ kind: z.literal("typed"), text: textSchema }),
]);

/** As many saves of one question as a column can count. */
const mostSaves = 2 ** 31 - 1;

export const saveSchema = z.strictObject({
  leaseId: idSchema,
  position: positionSchema,
  sequence: z.int().min(1).max(mostSaves),
  response: responseSchema.nullable(),
  certainty: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  isFlagged: z.boolean(),
  isFinal: z.boolean(),
  elapsedMs: elapsedSchema,
});
