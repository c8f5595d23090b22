import { z } from "zod";
import { columnKinds, ownLimits } from "@/lib/own-facts/own-limits";
import { cardFields } from "@/lib/own-facts/typed-card";
import { isStorable } from "@/lib/shared/storable-text";

const longestName = 100;
const mostPages = 4000;
/** What is longer than a field may be is told of by the reading; what is much longer nobody typed. */
const longestTyped = 4 * ownLimits.cell;
/** Beside the columns for names, other names, and some that the reading refuses. */
const mostPositions = 100;

const target = { setId: z.uuid().toLowerCase(), revision: z.int().min(1).nullable() };
const name = z.string().trim().min(1).max(longestName).refine(isStorable);
const page = z.int().min(0).max(mostPages);

const typedTable = {
  ...target,
  /** One that is made here, or one that was made before. */
  tableId: z.string().regex(/^[a-z\d-]{1,36}$/i),
  text: z.string().max(2 * ownLimits.bytes),
  choices: z.record(z.string().regex(/^[1-9]\d?$/), z.strictObject({ kind: z.enum(columnKinds) })).refine((choices) => Object.keys(choices).length <= mostPositions),
};

const field = z.string().max(longestTyped);
const card = z.strictObject({ id: z.uuid().toLowerCase(), ...(Object.fromEntries(cardFields.map((each) => [each, field])) as Record<(typeof cardFields)[number], typeof field>) });
/** Blank ones are left out later. */
const cards = z.array(card).max(2 * ownLimits.cards);

export const readTableSchema = z.strictObject(typedTable);
export const previewTableSchema = z.strictObject({ ...typedTable, page });
export const saveTableSchema = z.strictObject({ ...typedTable, name });
export const previewCardsSchema = z.strictObject({ ...target, cards, page });
export const saveCardsSchema = z.strictObject({ ...target, cards, name });
