import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { ParameterTrial } from "@/lib/db/generated/client";
import { factorOf } from "@/lib/scheduling/calibration";
import { training } from "@/lib/scheduling/constants";
import { AppError } from "@/lib/shared/app-error";
import { calibrationOf, findLearner, refoldLearner } from "./learner";
import { countItems, lastItemCount, type TrialOutcome } from "./try-parameters";
import { inTransaction, lockUser } from "./transaction";
import type { Viewer } from "./viewer";

/** A trial as its learner may see it. `version` counts the accepted ones from 1; losses are mean log losses on reviews it was not fitted to. */
export type TrialLine = {
  id: string;
  triedAt: Date;
  itemCount: number;
  lossBefore: number;
  lossAfter: number | null;
  outcome: TrialOutcome;
  version: number | null;
  isInUse: boolean;
};

export type MemoryReport = {
  /** How many times as long as the parameters in use say this learner remembers, and the range that is probable (two standard deviations). */
  factor: number;
  lowest: number;
  highest: number;
  /** The version in use; null for the published parameters. */
  version: number | null;
  itemCount: number;
  /** Items at which parameters are tried next. */
  nextTrialAt: number;
  /** The latest first. */
  trials: TrialLine[];
};

function toLines(rows: readonly ParameterTrial[], parametersId: string | null): TrialLine[] {
  let accepted = 0;
  return rows.map(({ id, triedAt, itemCount, lossBefore, lossAfter, outcome }) => ({
    id, triedAt, itemCount, lossBefore, lossAfter,
    outcome: outcome as TrialOutcome,
    version: outcome === ("accepted" satisfies TrialOutcome) ? ++accepted : null,
    isInUse: id === parametersId,
  }));
}

/** What is known of the viewer's memory, and which parameters were tried. */
export async function memoryReport({ userId }: Viewer): Promise<MemoryReport> {
  const database = await getDatabase();
  const user = await database.user.findUnique({ where: { id: userId } });
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  const rows = await database.parameterTrial.findMany({ where: { userId }, orderBy: [{ triedAt: "asc" }, { id: "asc" }] });
  const lines = toLines(rows, user.parametersId);
  const { mu, variance } = calibrationOf(user);
  const last = await lastItemCount(database, userId);
  return {
    factor: factorOf({ mu, variance }),
    lowest: factorOf({ mu: mu - 2 * Math.sqrt(variance), variance }),
    highest: factorOf({ mu: mu + 2 * Math.sqrt(variance), variance }),
    version: lines.find((line) => line.isInUse)?.version ?? null,
    itemCount: await countItems(database, userId),
    nextTrialAt: last === null ? training.fewestItems : Math.ceil(last * (1 + training.growth)),
    trials: lines.reverse(),
  };
}

/** Uses parameters that were accepted before, or (null) the published ones; the log is folded by them. */
export async function chooseParameters({ userId }: Viewer, trialId: string | null): Promise<void> {
  await inTransaction(async (tx) => {
    await lockUser(tx, userId);
    const learner = await findLearner(tx, userId);
    if (learner.parametersId === trialId) return;
    const parameters = trialId === null ? null : await tx.parameterTrial.findFirst({ where: { id: trialId, userId } });
    if (trialId !== null && !parameters) throw new AppError("NOT_FOUND", "There are no such parameters.");
    if (parameters?.weights.length === 0) throw new AppError("CONFLICT", "These parameters were not accepted.");
    await tx.user.update({ where: { id: userId }, data: { parametersId: trialId } });
    await refoldLearner(tx, { ...learner, parametersId: trialId, parameters });
  });
}
