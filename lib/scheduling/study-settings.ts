import { z } from "zod";
import { isTimeZone } from "./learner-day";

/** Budgets are counted in minutes or in cards. */
export const budgetUnits = ["minutes", "cards"] as const;
export type BudgetUnit = (typeof budgetUnits)[number];

/** What may be set, both ends included; retentions are the ends of memory-model page §3.7, the others are ours. */
export const settingLimits = {
  dailyBudget: { min: 1, max: 600 },
  newFactsPerDay: { min: 0, max: 200 },
  desiredRetention: { min: 0.75, max: 0.97 },
  dayStartHour: { min: 0, max: 23 },
} as const;

/** The retention that nobody has chosen, and with which others are compared. */
export const usualRetention = 0.9;

const longestZoneName = 64;

const whole = ({ min, max }: { min: number; max: number }) => z.int().min(min).max(max);

/** How a learner wants to study. `desiredRetention` is the chance of recall at which a fact comes back, in hundredths. */
export const studySettingsSchema = z.strictObject({
  dailyBudget: whole(settingLimits.dailyBudget),
  dailyBudgetUnit: z.enum(budgetUnits),
  newFactsPerDay: whole(settingLimits.newFactsPerDay),
  desiredRetention: z.number().min(settingLimits.desiredRetention.min).max(settingLimits.desiredRetention.max).transform((value) => Math.round(value * 100) / 100),
  timeZone: z.string().max(longestZoneName).refine(isTimeZone),
  dayStartHour: whole(settingLimits.dayStartHour),
  hasShortcuts: z.boolean(),
});
export type StudySettings = z.infer<typeof studySettingsSchema>;

/** One or more of them, to be changed. */
export const settingChangesSchema = studySettingsSchema.partial().refine((changes) => Object.keys(changes).length > 0);
export type SettingChanges = z.infer<typeof settingChangesSchema>;
