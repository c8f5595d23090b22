import { z } from "zod";
import type { FactId } from "@/lib/shared/ids";
import { itemTypes, type Difficulty, type ItemType } from "../item";

export const mostItems = 200;

const share = z.number().positive().max(1000);
const difficulties = ["easy", "medium", "hard"] as const satisfies readonly Difficulty[];

/** A blueprint as it comes from outside: at most 200 items; a list allows, weights also say in which proportion. */
export const blueprintSchema = z.strictObject({
  count: z.number().int().min(1).max(mostItems),
  topics: z.union([z.array(z.string().min(1).max(100)).min(1).max(100), z.record(z.string().min(1).max(100), share)]).optional(),
  forms: z.union([z.array(z.enum(itemTypes)).min(1), z.partialRecord(z.enum(itemTypes), share)]).optional(),
  difficulty: z.partialRecord(z.enum(difficulties), share).optional(),
});

/**
 * What a paper should be made of. `topics` are files of content that the subject is filed under; lists allow, weights and the shares of `difficulty` are met to the
 * item (largest remainders). `facts`: only these are asked first. What is left out is free.
 */
export type Blueprint = z.infer<typeof blueprintSchema> & { facts?: ReadonlySet<FactId> };

/** The parts of a blueprint that may ask for a number of items of each kind. */
export const dimensions = ["topic", "type", "difficulty"] as const;
export type Dimension = (typeof dimensions)[number];

/** One place of a paper and what the item in it must be; what is not said is free. */
export type Slot = { topic?: string; type?: ItemType; difficulty?: Difficulty };

/** How many of `count` each weight gets: its share rounded down, and the largest remainders one more; ties go to the earlier one. */
export function apportion(count: number, weights: Readonly<Record<string, number>>): Map<string, number> {
  const entries = Object.entries(weights);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const exact = entries.map(([name, weight]) => ({ name, share: (count * weight) / total }));
  const seats = new Map(exact.map(({ name, share }) => [name, Math.floor(share)]));
  const left = count - [...seats.values()].reduce((sum, seat) => sum + seat, 0);
  const byRemainder = [...exact].sort((a, b) => (b.share % 1) - (a.share % 1));
  for (const { name } of byRemainder.slice(0, left)) seats.set(name, seats.get(name)! + 1);
  return seats;
}

const weightsOf = (part: readonly string[] | Readonly<Record<string, number>> | undefined) => (part === undefined || Array.isArray(part) ? undefined : (part as Record<string, number>));

/** How many items of each kind the blueprint asks for; nothing for a dimension without weights. */
export function quotasOf({ count, topics, forms, difficulty }: Blueprint): Record<Dimension, Map<string, number> | undefined> {
  const quota = (part: Parameters<typeof weightsOf>[0]) => {
    const weights = weightsOf(part);
    return weights && apportion(count, weights);
  };
  return { topic: quota(topics), type: quota(forms), difficulty: quota(difficulty) };
}

/** The topics and the forms that the blueprint allows at all; nothing where all are. */
export function allowedOf({ topics, forms }: Blueprint): { topics?: ReadonlySet<string>; forms?: ReadonlySet<string> } {
  const names = (part: readonly string[] | Readonly<Record<string, number>>) => new Set(Array.isArray(part) ? (part as string[]) : Object.keys(part));
  return { ...(topics && { topics: names(topics) }), ...(forms && { forms: names(forms) }) };
}
