import { z } from "zod";
import { factQuerySchema } from "@/lib/facts/fact-query";
import { isStorable } from "@/lib/shared/storable-text";

const longestName = 100;

const setIdSchema = z.uuid();
const setNameSchema = z.string().trim().min(1).max(longestName).refine(isStorable);

export const saveSetSchema = z.object({
  setId: setIdSchema.optional(),
  revision: z.int().positive().optional(),
  name: setNameSchema,
  query: factQuerySchema,
});

export const shareSchema = z.object({ setId: setIdSchema, isRenewed: z.boolean() });

export const copySchema = z.object({ setId: setIdSchema, name: setNameSchema });

/** Whether it is a code that opens something is the data layer's to know. */
export const shareCodeSchema = z.string().max(100);

export const copySharedSchema = z.object({ code: shareCodeSchema, name: setNameSchema });

/** Of an address or a form: the number of a revision. */
export const revisionSchema = z.coerce.number().int().positive().max(1_000_000_000);

export const restoreSchema = z.object({ setId: setIdSchema, revision: z.int().positive(), current: z.int().positive() });

/** `setId`: null for a new set. */
export const addSchema = z.object({ setId: setIdSchema.nullable(), name: setNameSchema, entities: factQuerySchema.shape.entities, facts: factQuerySchema.shape.facts });

export const setSchema = z.object({ setId: setIdSchema });

export const reportSchema = z.object({ setId: setIdSchema, reportId: z.uuid() });

/** More than this nobody can promise: slips alone cost as much. */
export const highestGoal = 0.95;

export const examSchema = z.object({
  setId: setIdSchema,
  examOn: z.iso.date().max(10),
  goal: z.number().min(0.5).max(highestGoal),
});

export const searchSchema = z.object({ query: z.string().trim().max(100) });
