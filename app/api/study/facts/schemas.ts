import { z } from "zod";
import { ageSchema, textSchema, timeZoneSchema } from "@/app/api/study/schemas";

export const factIdSchema = z.string().regex(/^[\w.~-]{1,200}$/, "This is not the id of a fact.");

/** What a learner decides about a fact. */
export const factChoiceSchema = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("suspend"), factId: factIdSchema }),
  z.strictObject({ do: z.literal("resume"), factId: factIdSchema }),
  z.strictObject({ do: z.literal("bury"), factId: factIdSchema, timeZone: timeZoneSchema.optional(), ageMs: ageSchema }),
  z.strictObject({ do: z.literal("note"), factId: factIdSchema, text: textSchema.transform((text) => text.trim()) }),
]);

export type GivenFactChoice = z.output<typeof factChoiceSchema>;
