import { describe, expect, it, test } from "vitest";
import { settingChangesSchema } from "@/lib/scheduling/study-settings";

describe("settings can be changed", () => {
  test.each([
    { dailyBudget: 1, dailyBudgetUnit: "minutes", newFactsPerDay: 0 },
    { dailyBudget: 600, dailyBudgetUnit: "cards", newFactsPerDay: 200 },
    { desiredRetention: 0.75 },
    { desiredRetention: 0.97 },
    { timeZone: "Asia/Shanghai", dayStartHour: 23 },
    { dayStartHour: 0, hasShortcuts: false },
  ])("to %o", (changes) => expect(settingChangesSchema.parse(changes)).toEqual(changes));

  it("to a retention in hundredths", () => expect(settingChangesSchema.parse({ desiredRetention: 0.9049 })).toEqual({ desiredRetention: 0.9 }));

  test.each([
    {},
    { dailyBudget: 0 },
    { dailyBudget: 601 },
    { dailyBudget: 2.5 },
    { dailyBudget: "20" },
    { dailyBudgetUnit: "hours" },
    { newFactsPerDay: -1 },
    { newFactsPerDay: 201 },
    { desiredRetention: 0.74 },
    { desiredRetention: 0.98 },
    { desiredRetention: NaN },
    { timeZone: "Mars/Utopia" },
    { timeZone: "x".repeat(65) },
    { dayStartHour: 24 },
    { hasShortcuts: 1 },
    { userName: "somebody" },
    { parametersId: null },
  ])("not to %o", (changes) => expect(settingChangesSchema.safeParse(changes).success).toBe(false));
});
