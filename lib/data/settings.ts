import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { getDatabase } from "@/lib/db/database";
import { settingLimits, usualRetention, type BudgetUnit, type SettingChanges, type StudySettings } from "@/lib/scheduling/study-settings";
import { answersInYear } from "@/lib/scheduling/workload";
import { AppError } from "@/lib/shared/app-error";
import { findLearner, refoldLearner, ruleOf } from "./learner";
import { inTransaction, lockUser } from "./transaction";
import type { Viewer } from "./viewer";

const columns = { dailyBudget: true, dailyBudgetUnit: true, newFactsPerDay: true, desiredRetention: true, timeZone: true, dayStartHour: true, hasShortcuts: true } as const;

export async function getSettings({ userId }: Viewer): Promise<StudySettings> {
  const database = await getDatabase();
  const user = await database.user.findUnique({ where: { id: userId }, select: columns });
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  return { ...user, dailyBudgetUnit: user.dailyBudgetUnit as BudgetUnit };
}

/**
 * Changes what is named. With another desired retention facts become due on other days, at once. Another zone or start of day counts from
 * the next answer on: those in the log keep their days.
 */
export async function changeSettings({ userId }: Viewer, changes: SettingChanges): Promise<void> {
  await inTransaction(async (tx) => {
    await lockUser(tx, userId);
    const learner = await findLearner(tx, userId);
    await tx.user.update({ where: { id: userId }, data: changes });
    const { desiredRetention = learner.desiredRetention } = changes;
    if (desiredRetention !== learner.desiredRetention) await refoldLearner(tx, { ...learner, desiredRetention });
  });
}

/** Answers a day at a desired retention, as a multiple of those at 90 %. */
export type RetentionCost = { retention: number; cost: number };

const { min, max } = settingLimits.desiredRetention;
const retentions = Array.from({ length: Math.round((max - min) * 100) + 1 }, (_, i) => Math.round(min * 100 + i) / 100);

const keptCosts = 100;
const costsByParameters = new Map<string, Promise<RetentionCost[]>>();

async function reckonCosts(rule: ReturnType<typeof ruleOf>): Promise<RetentionCost[]> {
  const usual = answersInYear(rule.engine, usualRetention);
  const costs: RetentionCost[] = [];
  for (const retention of retentions) {
    await nextTurn();
    // What luck is left in the simulation must not make more seem to cost less.
    costs.push({ retention, cost: Math.max(costs.at(-1)?.cost ?? 0, answersInYear(rule.engine, retention) / usual) });
  }
  return costs;
}

/** What each desired retention from 75 % to 97 % costs the viewer, by the parameters in use. Reckoned once for each set of parameters. */
export async function retentionCosts({ userId }: Viewer): Promise<RetentionCost[]> {
  const database = await getDatabase();
  const learner = await database.user.findUnique({ where: { id: userId }, include: { parameters: true } });
  if (!learner) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  const key = learner.parametersId ?? "published";
  let costs = costsByParameters.get(key);
  if (!costs) {
    if (costsByParameters.size === keptCosts) costsByParameters.clear();
    costsByParameters.set(key, (costs = reckonCosts(ruleOf(learner))));
  }
  return costs;
}
