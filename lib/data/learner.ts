import "server-only";
import type { ParameterTrial, User } from "@/lib/db/generated/client";
import type { Calibration } from "@/lib/scheduling/calibration";
import { published } from "@/lib/scheduling/constants";
import type { MemoryRule } from "@/lib/scheduling/fact-state";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { foldLog, memoryModel, type LearnerMemory } from "@/lib/scheduling/learner-memory";
import { AppError } from "@/lib/shared/app-error";
import { replaceRows, type MemoryRow } from "./memory-rows";
import { readLastValues, readLog } from "./review-log";
import type { Transaction } from "./transaction";

export { toFactState } from "./memory-rows";

/** A user with the parameters of their own that are in use. */
export type Learner = User & { parameters: ParameterTrial | null };

const publishedEngine = createFsrsEngine();

/** By what rule a learner's log is folded. */
export function ruleOf({ desiredRetention, parameters }: Pick<Learner, "desiredRetention" | "parameters">): MemoryRule {
  const rule = { constants: published, desiredRetention, isGuarded: true };
  if (!parameters) return { ...rule, engine: publishedEngine };
  return { ...rule, engine: createFsrsEngine(parameters.weights), fittedAtMs: parameters.triedAt.getTime() };
}

export const calibrationOf = ({ calibrationMu, calibrationVariance }: Pick<User, "calibrationMu" | "calibrationVariance">): Calibration => ({
  mu: calibrationMu,
  variance: calibrationVariance,
});

/** What a learner's whole log adds up to. The caller holds the user's lock. */
export async function foldLearner(tx: Transaction, learner: Learner): Promise<LearnerMemory & { rows: Map<string, MemoryRow>; answers: number }> {
  const answers = await readLog(tx, learner.id);
  const values = await readLastValues(tx, learner.id);
  const memory = foldLog(answers, ruleOf(learner));
  const rows = new Map([...memory.facts].map(([factId, fact]) => [factId, { ...fact, factValue: values.get(factId) ?? null }]));
  return { ...memory, rows, answers: answers.length };
}

/** Folds a learner's whole log and stores what it adds up to, where it is not stored already. The caller holds the user's lock. */
export async function refoldLearner(tx: Transaction, learner: Learner): Promise<Learner> {
  const { calibration, rows } = await foldLearner(tx, learner);
  await replaceRows(tx, learner.id, rows);
  const folded = { calibrationMu: calibration.mu, calibrationVariance: calibration.variance, memoryModel };
  await tx.user.update({ where: { id: learner.id }, data: folded });
  return { ...learner, ...folded };
}

/** The learner, with memory states of today's model: older ones are folded anew first. Throws UNAUTHENTICATED; the caller holds the user's lock. */
export async function findLearner(tx: Transaction, userId: string): Promise<Learner> {
  const learner = await tx.user.findUnique({ where: { id: userId }, include: { parameters: true } });
  if (!learner) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  return learner.memoryModel === memoryModel ? learner : refoldLearner(tx, learner);
}
