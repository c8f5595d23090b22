import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { FactChoice, User } from "@/lib/db/generated/client";
import { capitalise } from "@/lib/facts/articles";
import { nameOf } from "@/lib/facts/render";
import { addDays, isTimeZone, learnerDayOf } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import { basesOfFacts } from "./fact-bases";
import { openKeyOf } from "./study";
import { inTransaction, lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

type Change = Partial<Pick<FactChoice, "suspendedAt" | "buriedUntil" | "mnemonic">>;

/** Nobody decides about what was never put to them: no one fills the table, and an id tells nothing of what others met. */
async function demandMet(tx: Transaction, userId: string, factId: string): Promise<void> {
  const isMet =
    (await tx.memoryState.findUnique({ where: { userId_factId: { userId, factId } }, select: { factId: true } })) ??
    (await tx.presentation.findFirst({ where: { userId, factId }, select: { factId: true } }));
  if (!isMet) throw new AppError("NOT_FOUND", "You have not met this fact.");
}

/** Changes what the viewer decided about a fact; the change is told from what it was before. */
async function decide({ userId }: Viewer, factId: string, toChange: (before: FactChoice | null, user: User) => Change): Promise<void> {
  await inTransaction(async (tx) => {
    await lockUser(tx, userId);
    const user = await tx.user.findUnique({ where: { id: userId } });
    if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
    await demandMet(tx, userId, factId);
    const where = { userId_factId: { userId, factId } };
    const change = toChange(await tx.factChoice.findUnique({ where }), user);
    await tx.factChoice.upsert({ where, create: { userId, factId, ...change }, update: change });
    const isPutAside = Boolean(change.suspendedAt ?? change.buriedUntil);
    if (isPutAside) await tx.presentation.updateMany({ where: { openKey: openKeyOf(userId, factId) }, data: { openKey: null } });
  });
}

/** The fact is not asked until it is taken up again; its open question is not put again. Of several times the first counts. */
export const suspendFact = (viewer: Viewer, factId: string, now: Date): Promise<void> =>
  decide(viewer, factId, (before) => ({ suspendedAt: before?.suspendedAt ?? now }));

/** Takes up a suspended or buried fact again: it is due as its memory says. */
export const resumeFact = (viewer: Viewer, factId: string): Promise<void> => decide(viewer, factId, () => ({ suspendedAt: null, buriedUntil: null }));

/** The fact is not asked before the learner's next day; `timeZone` is where the browser says it is. */
export const buryFact = (viewer: Viewer, { factId, timeZone }: { factId: string; timeZone?: string }, now: Date): Promise<void> =>
  decide(viewer, factId, (_, user) => {
    const zone = timeZone && isTimeZone(timeZone) ? timeZone : user.timeZone;
    return { buriedUntil: addDays(learnerDayOf(now.getTime(), { ...user, timeZone: zone }), 1) };
  });

/** The learner's own words to remember the fact by; empty for none. */
export const setMnemonic = (viewer: Viewer, { factId, text }: { factId: string; text: string }): Promise<void> =>
  decide(viewer, factId, () => ({ mnemonic: text }));

/** A suspended fact as its learner may see it: what it is about, but not what it says. */
export type SuspendedFact = { factId: string; subject: string; about: string; suspendedAt: Date };

/** More than a page shows at a time; when some are taken up again, older ones move up. */
const listedAtMost = 200;

/** The viewer's suspended facts, the latest first. Facts that have left the content, or are of a set that the viewer may use no longer, cannot be asked and are left out. */
export async function listSuspended({ userId }: Viewer): Promise<SuspendedFact[]> {
  const database = await getDatabase();
  const rows = await database.factChoice.findMany({
    where: { userId, suspendedAt: { not: null } },
    select: { factId: true, suspendedAt: true },
    orderBy: [{ suspendedAt: "desc" }, { factId: "asc" }],
    take: listedAtMost,
  });
  const bases = await basesOfFacts(database, { userId }, rows.map(({ factId }) => factId));
  return rows.flatMap(({ factId, suspendedAt }) => {
    const [base, fact] = [bases.of(factId), bases.fact(factId)];
    const predicate = fact && base.predicates.get(fact.predicate);
    if (!predicate || !suspendedAt) return [];
    return [{ factId, subject: nameOf(base, fact.subject, { bare: true }), about: capitalise(predicate.label.en), suspendedAt }];
  });
}
