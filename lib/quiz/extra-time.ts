import { z } from "zod";
import type { Accommodation } from "./time-limit";

/** What a limit may be multiplied by. */
export const timeMultipliers = [1, 1.25, 1.5, 2] as const;

/** In whole minutes, both ends included. */
export const extraMinuteLimits = { min: 0, max: 120 } as const;

/** How much more time a learner has in every quiz. */
export const extraTimeSchema = z.strictObject({
  timeMultiplier: z.literal([...timeMultipliers]),
  extraMinutes: z.int().min(extraMinuteLimits.min).max(extraMinuteLimits.max),
  hasNoTimeLimit: z.boolean(),
});
export type ExtraTime = z.infer<typeof extraTimeSchema>;

/** The most attempts at each quiz that a member of a class may have beyond those that all have. */
export const mostExtraAttempts = 10;

/** What a class gives a member: more time in its quizzes, and attempts beyond those that all have. */
export const memberTimeSchema = extraTimeSchema.extend({ extraAttempts: z.int().min(0).max(mostExtraAttempts) });
export type MemberTime = z.infer<typeof memberTimeSchema>;

/** What all have. */
export const noExtraTime: MemberTime = { timeMultiplier: 1, extraMinutes: 0, hasNoTimeLimit: false, extraAttempts: 0 };

/** The same for one attempt. */
export const toAccommodation = ({ timeMultiplier, extraMinutes, hasNoTimeLimit }: Record<"timeMultiplier" | "extraMinutes", number> & Pick<ExtraTime, "hasNoTimeLimit">): Accommodation => ({
  multiplier: timeMultiplier,
  extraMs: extraMinutes * 60_000,
  isUnlimited: hasNoTimeLimit,
});
