import "server-only";
import type { FactSet, Prisma } from "@/lib/db/generated/client";
import type { FactQuery } from "@/lib/facts/fact-query";
import { setsOfFacts } from "@/lib/own-facts/fact-bases";
import { isUuid } from "@/lib/shared/ids";
import type { Transaction } from "./transaction";
import { usableBy } from "./usable-set";
import type { Viewer } from "./viewer";

export type Revision = Pick<FactSet, "id" | "revision">;

async function find(tx: Transaction, setIds: readonly string[], which: Prisma.FactSetWhereInput): Promise<Revision[]> {
  const ids = setIds.filter(isUuid);
  return ids.length === 0 ? [] : tx.factSet.findMany({ where: { AND: [{ id: { in: ids } }, which] }, select: { id: true, revision: true } });
}

/** Those of the sets that are there, whoever asks. */
export const findAnySets = (tx: Transaction, setIds: readonly string[]): Promise<Revision[]> => find(tx, setIds, {});

/** Those of the sets that the viewer may use themselves, which are all that they can name facts of. */
export const findUsableSets = (tx: Transaction, viewer: Viewer, setIds: readonly string[]): Promise<Revision[]> => find(tx, setIds, usableBy(viewer));

/** A set that is asked for its facts, whose query may name own facts of other sets one by one; or one that is not asked, with no query. */
export type QueriedSet = Revision & (Pick<FactSet, "ownerId" | "query"> | { query?: never });

/** The sets that one query may name cards and cells of; those of more are passed over. */
const mostNamedSets = 20;

const namedBy = ({ id, query }: { id: string; query: unknown }): string[] => setsOfFacts((query as FactQuery | undefined)?.facts ?? []).filter((setId) => setId !== id).slice(0, mostNamedSets);

/** Those sets of which queries name facts, as far as the maker of each query may use them. Asks the database only where one does. */
export async function findNamed(tx: Transaction, sets: readonly QueriedSet[]): Promise<Revision[]> {
  const byMaker = new Map<string, string[]>();
  for (const set of sets) {
    if (set.query !== undefined) byMaker.set(set.ownerId, [...(byMaker.get(set.ownerId) ?? []), ...namedBy(set)]);
  }
  const found: Revision[] = [];
  for (const [userId, named] of byMaker) found.push(...(await findUsableSets(tx, { userId }, named)));
  return found;
}

/**
 * Sets that a set of somebody else's, which the viewer may use, names facts of: with it they are lent, so that what it asks can be answered.
 * Nobody lends what they may not use themselves.
 */
async function findLent(tx: Transaction, viewer: Viewer, setIds: readonly string[]): Promise<Revision[]> {
  const naming = await tx.factSet.findMany({ where: { AND: [usableBy(viewer), { ownerId: { not: viewer.userId } }] }, select: { id: true, ownerId: true, query: true } });
  const lent = new Map<string, Revision>();
  for (const { id, ownerId, query } of naming) {
    const named = namedBy({ id, query }).filter((setId) => setIds.includes(setId) && !lent.has(setId));
    for (const set of await findUsableSets(tx, { userId: ownerId }, named)) lent.set(set.id, set);
  }
  return [...lent.values()];
}

/** Those of the sets that the viewer may use or is lent, and at which revision they are. */
export async function findRevisions(tx: Transaction, viewer: Viewer, setIds: readonly string[]): Promise<Revision[]> {
  const found = await findUsableSets(tx, viewer, setIds);
  const others = setIds.filter((setId) => found.every(({ id }) => id !== setId));
  return others.length === 0 ? found : [...found, ...(await findLent(tx, viewer, others))];
}
