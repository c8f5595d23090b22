import "server-only";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import type { EntityId } from "@/lib/shared/ids";
import { hashText } from "@/lib/shared/random";

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
      .filter((fact) => fact.ask === true && fact.rank !== "deprecated")
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

const ordersByBase = new WeakMap<FactBase, Map<string, Fact[]>>();

/** All facts that may be asked, in the order this user should begin them: what is well known first, topics and kinds of fact in turn. The same for a user as long as the content is. */
export function orderNewFacts(base: FactBase, userId: string): readonly Fact[] {
  const orders = ordersByBase.get(base) ?? new Map<string, Fact[]>();
  ordersByBase.set(base, orders);
  const order = orders.get(userId) ?? interleave(scoreFacts(base, userId).sort(byScore));
  // Deleted and set anew, so that the first in the map is the one that has gone unused for longest.
  orders.delete(userId);
  orders.set(userId, order);
  const [oldest] = orders.keys();
  if (orders.size > ordersKept && oldest !== undefined) orders.delete(oldest);
  return order;
}
