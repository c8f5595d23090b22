import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { getDatabase } from "@/lib/db/database";
import type { ParameterTrial } from "@/lib/db/generated/client";
import { training } from "@/lib/scheduling/constants";
import { defaultWeights } from "@/lib/scheduling/fsrs";
import { isTrainingDue, logLossInSteps, splitInTime, trainingItems, tryParameters, type Train, type Trial, type TrainingItem } from "@/lib/scheduling/parameters";
import { AppError } from "@/lib/shared/app-error";
import { findLearner, refoldLearner } from "./learner";
import { readLog } from "./review-log";
import { loadTrain } from "./training";
import { inTransaction, lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** "unavailable": there is no optimiser for the platform that the app runs on. */
export type TrialOutcome = Trial["outcome"] | "unavailable";

type Judged = Omit<Trial, "outcome"> & { outcome: TrialOutcome };

/** Another platform, or a repaired installation, may come with the next start. */
const retryUnavailableMs = 24 * 3_600_000;

const pause = () => nextTurn();

const findLatest = (tx: Transaction, userId: string) => tx.parameterTrial.findFirst({ where: { userId }, orderBy: [{ triedAt: "desc" }, { id: "desc" }] });

/** The items of the last trial that had enough of them; null before it. */
export async function lastItemCount(tx: Transaction, userId: string): Promise<number | null> {
  const where = { userId, outcome: { not: "unavailable" satisfies TrialOutcome }, itemCount: { gte: training.fewestItems } };
  const last = await tx.parameterTrial.findFirst({ where, orderBy: { triedAt: "desc" }, select: { itemCount: true } });
  return last?.itemCount ?? null;
}

/** The learner's items to train on, without reading the log: every scored answer but each fact's first. */
export async function countItems(tx: Transaction, userId: string): Promise<number> {
  const { _sum, _count } = await tx.memoryState.aggregate({ where: { userId }, _sum: { reviewCount: true }, _count: true });
  return (_sum.reviewCount ?? 0) - _count;
}

/** Whether it is time to try parameters of the learner's own. */
export async function isTrialDue({ userId }: Viewer, now: Date): Promise<boolean> {
  const database = await getDatabase();
  if (!isTrainingDue(await countItems(database, userId), await lastItemCount(database, userId))) return false;
  const latest = await findLatest(database, userId);
  return latest?.outcome !== "unavailable" || now.getTime() - latest.triedAt.getTime() >= retryUnavailableMs;
}

async function judge(items: readonly TrainingItem[], current: readonly number[], train: Train | null): Promise<Judged> {
  if (train) return tryParameters(items, current, train, pause);
  const lossBefore = await logLossInSteps(splitInTime(items).later, current, pause);
  return { itemCount: items.length, lossBefore, lossAfter: NaN, outcome: "unavailable", weights: null };
}

type Snapshot = { userId: string; latest: ParameterTrial | null; parametersId: string | null; triedAt: Date };

/** Stores the trial and begins to use what it accepted; null when meanwhile another one was made, or the learner chose other parameters. */
function record({ userId, latest, parametersId, triedAt }: Snapshot, { itemCount, lossBefore, lossAfter, outcome, weights }: Judged): Promise<ParameterTrial | null> {
  return inTransaction(async (tx) => {
    if (!(await lockUser(tx, userId))) return null;
    const learner = await findLearner(tx, userId);
    if ((await findLatest(tx, userId))?.id !== latest?.id || learner.parametersId !== parametersId) return null;
    const row = { userId, triedAt, itemCount, lossBefore, lossAfter: Number.isFinite(lossAfter) ? lossAfter : null, outcome, weights: [...(weights ?? [])] };
    // Where there is no optimiser nothing is tried, however often it is looked for: one line says so.
    if (outcome === "unavailable" && latest?.outcome === "unavailable") return tx.parameterTrial.update({ where: { id: latest.id }, data: row });
    const trial = await tx.parameterTrial.create({ data: row });
    if (!weights) return trial;
    await tx.user.update({ where: { id: userId }, data: { parametersId: trial.id } });
    await refoldLearner(tx, { ...learner, parametersId: trial.id, parameters: trial });
    return trial;
  });
}

/**
 * Tries parameters of a learner's own on the whole log and keeps what came out; accepted ones are in use at once, also for answers that
 * were given meanwhile. Null when there is nothing to judge by, or when somebody else was faster. `now` is when the log was read.
 */
export async function tryOwnParameters({ userId }: Viewer, now: Date, findTrain: () => Promise<Train | null> = loadTrain): Promise<ParameterTrial | null> {
  const database = await getDatabase();
  const user = await database.user.findUnique({ where: { id: userId }, include: { parameters: true } });
  if (!user) throw new AppError("NOT_FOUND", "There is no such learner.");
  const latest = await findLatest(database, userId);
  const items = trainingItems(await readLog(database, userId));
  const judged = await judge(items, user.parameters?.weights ?? defaultWeights, await findTrain());
  if (!Number.isFinite(judged.lossBefore)) return null;
  return record({ userId, latest, parametersId: user.parametersId, triedAt: now }, judged);
}
