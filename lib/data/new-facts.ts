import "server-only";
import type { FactBase } from "@/lib/facts/fact-base";
import { mayBeAsked } from "@/lib/facts/fact-query";
import type { Fact } from "@/lib/facts/model";
import type { StudyMode } from "@/lib/questions/study-request";
import type { EntityId } from "@/lib/shared/ids";
import { hashText } from "@/lib/shared/random";
import { isAskable } from "./askable";
import type { LearnerToday } from "./due-facts";
import type { Transaction } from "./transaction";

type Candidate = { fact: Fact; topic: string; score: number };

/** How far the order may be bent so that neighbours differ. */
const lookAhead = 12;

const wellKnownByBase = new WeakMap<FactBase, Map<EntityId, number>>();

/** How much the base says of an entity, and how many different sources do: what is written about most is what people meet first. To be named by others counts less, or launch sites would come before all they launched. */
function wellKnown(base: FactBase): Map<EntityId, number> {
  const cached = wellKnownByBase.get(base);
  if (cached) return cached;
  const scores = new Map<EntityId, number>();
  for (const [id, facts] of base.factsBySubject) {
    const sources = new Set(facts.flatMap((fact) => fact.citations.map((citation) => citation.source)));
    const naming = base.factsByValue.get(id)?.length ?? 0;
    scores.set(id, Math.log1p(facts.length) + Math.log1p(sources.size) + 0.3 * Math.log1p(naming));
  }
  wellKnownByBase.set(base, scores);
  return scores;
}

/** A number in [0, 1) that is the same whenever this user meets this fact. */
const chanceOf = (userId: string, factId: string) => hashText(`${userId}:${factId}`) / 2 ** 32;

/** The subject's renown and the predicate's, a little luck for each learner, and less for each further fact of one subject. */
function scoreFacts(base: FactBase, userId: string): Candidate[] {
  const known = wellKnown(base);
  const renown = (fact: Fact) => 0.3 * Math.log1p(base.factsByPredicate.get(fact.predicate)?.length ?? 0) + 2 * chanceOf(userId, fact.id);
  return [...base.factsBySubject].flatMap(([subject, facts]) => {
    const topic = base.entities.get(subject)?.topic ?? "";
    return facts
      .filter(mayBeAsked)
      .map((fact) => ({ fact, topic, score: renown(fact) }))
      .sort((a, b) => b.score - a.score)
      .map((candidate, position) => ({ ...candidate, score: candidate.score + (known.get(subject) ?? 0) - position }));
  });
}

const byScore = (a: Candidate, b: Candidate) => b.score - a.score || (a.fact.id < b.fact.id ? -1 : 1);

const isAlike = (a: Candidate, b: Candidate | undefined) =>
  a.topic === b?.topic || a.fact.predicate === b?.fact.predicate || a.fact.subject === b?.fact.subject;

/** Takes the best of the next few that differs from the one before in topic, subject and predicate. */
function interleave(candidates: Candidate[]): Fact[] {
  const waiting = [...candidates];
  const order: Fact[] = [];
  let last: Candidate | undefined;
  for (let start = 0; start < waiting.length; start++) {
    const window = waiting.slice(start, start + lookAhead);
    const offset = Math.max(0, window.findIndex((candidate) => !isAlike(candidate, last)));
    const [chosen] = waiting.splice(start + offset, 1);
    waiting.splice(start, 0, chosen!);
    last = chosen;
    order.push(chosen!.fact);
  }
  return order;
}

/** Enough for all who study at one time; an order costs 25 kB and is asked for with every card. */
const ordersKept = 200;

/** `settled`: the facts before this place were all begun when it was last looked at, on that day and with so many facts begun on it. */
type LearnerOrder = { facts: readonly Fact[]; settled: { place: number; today: string; begunToday: number } };

const ordersByBase = new WeakMap<FactBase, Map<string, LearnerOrder>>();

function learnerOrder(base: FactBase, userId: string): LearnerOrder {
  const orders = ordersByBase.get(base) ?? new Map<string, LearnerOrder>();
  ordersByBase.set(base, orders);
  const order = orders.get(userId) ?? { facts: interleave(scoreFacts(base, userId).sort(byScore)), settled: { place: 0, today: "", begunToday: 0 } };
  // Deleted and set anew, so that the first in the map is the one that has gone unused for longest.
  orders.delete(userId);
  orders.set(userId, order);
  const [oldest] = orders.keys();
  if (orders.size > ordersKept && oldest !== undefined) orders.delete(oldest);
  return order;
}

/** All facts that may be asked, in the order this user should begin them: what is well known first, topics and kinds of fact in turn. The same for a user as long as the content is. */
export const orderNewFacts = (base: FactBase, userId: string): readonly Fact[] => learnerOrder(base, userId).facts;

/** Facts asked about in one query, at first; each further one asks about twice as many. */
const firstChunk = 64;

/** The place of a fact that was never begun, and whether it is put aside; it may be taken up again at any time. */
type Unbegun = { place: number; isAside: boolean };

/** The facts that a learner has not begun, by any of their ids. A subquery looks each up in the index; a join might read all that was ever begun. */
async function findUnbegun(tx: Transaction, { userId, today }: LearnerToday, facts: readonly Fact[], from: number): Promise<Unbegun[]> {
  const rows = facts.flatMap(({ id, formerIds }, i) => [id, ...formerIds].map((each) => ({ id: each as string, place: from + i })));
  return tx.$queryRaw<Unbegun[]>`
    SELECT t."place", bool_or(
      (SELECT 1 FROM "FactChoice" c WHERE c."userId" = ${userId}::uuid AND c."factId" = t."id" AND (c."suspendedAt" IS NOT NULL OR c."buriedUntil" > ${today})) IS NOT NULL) AS "isAside"
    FROM unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ place }) => place)}::int[]) AS t("id", "place")
    GROUP BY t."place"
    HAVING bool_and((SELECT 1 FROM "MemoryState" m WHERE m."userId" = ${userId}::uuid AND m."factId" = t."id") IS NULL)
    ORDER BY t."place"`;
}

/**
 * The first `limit` facts that a learner can begin, in the learner's own order. What lies before the first that was not begun is not asked about
 * again on that day, unless fewer facts have been begun on it than before: then an answer was taken back.
 */
export async function findNewFacts(tx: Transaction, base: FactBase, who: LearnerToday & { begunToday: number }, mode: StudyMode, limit: number): Promise<Fact[]> {
  if (limit <= 0) return [];
  const order = learnerOrder(base, who.userId);
  const { settled } = order;
  const start = settled.today === who.today && settled.begunToday <= who.begunToday ? settled.place : 0;
  const found: number[] = [];
  let first: number | undefined;
  for (let from = start, size = firstChunk; from < order.facts.length && found.length < limit; from += size, size *= 2) {
    const unbegun = await findUnbegun(tx, who, order.facts.slice(from, from + size), from);
    for (const { place, isAside } of unbegun) {
      if (found.length === limit) break;
      const fact = order.facts[place]!;
      if (first === undefined && isAskable(base, fact, "mix")) first = place;
      if (!isAside && isAskable(base, fact, mode)) found.push(place);
    }
  }
  order.settled = { place: first ?? order.facts.length, today: who.today, begunToday: who.begunToday };
  return found.map((place) => order.facts[place]!);
}

/** Those of the wanted facts that a learner has not begun: a set's own as they were written, then the content's in the learner's own order. */
export async function findNewAmong(tx: Transaction, base: FactBase, who: LearnerToday, wanted: ReadonlySet<Fact>): Promise<Fact[]> {
  const own = [...wanted].filter(({ id }) => !base.facts.has(id));
  const facts = [...own, ...learnerOrder(base, who.userId).facts.filter((fact) => wanted.has(fact))];
  return (await findUnbegun(tx, who, facts, 0)).flatMap(({ place, isAside }) => (isAside ? [] : [facts[place]!]));
}
