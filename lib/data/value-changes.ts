import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { FactValue } from "@/lib/facts/model";
import { contradicts } from "@/lib/facts/value-change";
import { readVersions, setsOfFacts, versionText, type FactBases } from "@/lib/own-facts/fact-bases";
import { isOfSets } from "./due-facts";
import { basesOfSets, contentAlone } from "./fact-bases";
import type { Learner } from "./learner";
import { findRevisions } from "./named-sets";
import type { Transaction } from "./transaction";

type Learnt = [factId: string, value: FactValue];

/** Of the own facts of some sets or (null) of all facts. As one text: a row for each of thousands of facts costs more than the comparison. */
async function readLearnt(tx: Transaction, userId: string, setIds: readonly string[] | null): Promise<Learnt[]> {
  const isWanted = setIds === null ? Prisma.sql`TRUE` : isOfSets(setIds);
  const [read] = await tx.$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(json_build_array("factId", "factValue"))::text AS "rows" FROM "MemoryState" WHERE "userId" = ${userId}::uuid AND "factValue" IS NOT NULL AND ${isWanted}`;
  return read?.rows ? (JSON.parse(read.rows) as Learnt[]) : [];
}

/** Marks what has changed of some sets or (null) of all facts, and takes the mark from the others. */
async function writeChanged(tx: Transaction, userId: string, setIds: readonly string[] | null, changed: readonly Learnt[]): Promise<void> {
  const isCompared = setIds === null ? Prisma.sql`TRUE` : isOfSets(setIds);
  await tx.$executeRaw`
    UPDATE "FactChoice" SET "changedFrom" = NULL
    WHERE "userId" = ${userId}::uuid AND "changedFrom" IS NOT NULL AND "factId" <> ALL(${changed.map(([factId]) => factId)}::text[]) AND ${isCompared}`;
  if (changed.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "FactChoice" ("userId", "factId", "changedFrom")
    SELECT ${userId}::uuid, c->>0, (c->1)::jsonb FROM json_array_elements(${JSON.stringify(changed)}::json) AS c
    ON CONFLICT ("userId", "factId") DO UPDATE SET "changedFrom" = EXCLUDED."changedFrom"`;
}

/** What of the learnt is another value now. */
const changedIn = (bases: FactBases, learnt: readonly Learnt[]): Learnt[] =>
  learnt.filter(([factId, value]) => {
    const fact = bases.fact(factId);
    return fact !== undefined && contradicts(bases.of(factId), value, fact.value);
  });

/** Everything, once for each version of the content; gives the sets with own facts that were compared, at which revision. */
async function compareAll(tx: Transaction, userId: string): Promise<Map<string, string>> {
  const learnt = await readLearnt(tx, userId, null);
  const sets = await findRevisions(tx, { userId }, setsOfFacts(learnt.map(([factId]) => factId)));
  await writeChanged(tx, userId, null, changedIn(await basesOfSets(tx, sets), learnt));
  return new Map(sets.map(({ id, revision }) => [id, String(revision)]));
}

/** The sets that are at another revision than when they were last compared; gives all that are compared now. A set of which nothing was begun is not remembered. */
async function compareSets(tx: Transaction, userId: string, compared: ReadonlyMap<string, string>, setIds: readonly string[]): Promise<Map<string, string>> {
  const sets = await findRevisions(tx, { userId }, [...new Set([...compared.keys(), ...setIds])]);
  const changed = sets.filter(({ id, revision }) => compared.get(id) !== String(revision));
  const ids = changed.map(({ id }) => id);
  const learnt = ids.length > 0 ? await readLearnt(tx, userId, ids) : [];
  if (learnt.length > 0) await writeChanged(tx, userId, ids, changedIn(await basesOfSets(tx, changed), learnt));
  const begun = new Set(setsOfFacts(learnt.map(([factId]) => factId)));
  return new Map(sets.filter(({ id, revision }) => begun.has(id) || compared.get(id) === String(revision)).map(({ id, revision }) => [id, String(revision)]));
}

/**
 * Marks the facts that say something else now than when the learner last answered them: once for each version of the content, and once for each revision of a set with own
 * facts that was begun, or is among `setIds`. Facts that have left the content rest, and a change of words alone marks nothing. Gives the learner as they are then. The
 * caller holds the user's lock.
 */
export async function markChangedFacts(tx: Transaction, learner: Learner, setIds: readonly string[]): Promise<Learner> {
  const { main } = contentAlone();
  const before = readVersions(learner.contentVersion ?? "");
  const isSame = before.main === main.version;
  if (isSame && before.own.size === 0 && setIds.length === 0) return learner;
  const own = isSame ? await compareSets(tx, learner.id, before.own, setIds) : await compareAll(tx, learner.id);
  const contentVersion = versionText(main.version, own);
  if (contentVersion === learner.contentVersion) return learner;
  await tx.user.update({ where: { id: learner.id }, data: { contentVersion }, select: { id: true } });
  return { ...learner, contentVersion };
}
