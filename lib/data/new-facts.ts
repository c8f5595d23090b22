import "server-only";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import type { EntityId } from "@/lib/shared/ids";
import { hashText } from "@/lib/shared/random";

type Ranked = { fact: Fact; weight: number };

const wellKnownByBase = new WeakMap<FactBase, Map<EntityId, number>>();

/** How much the base says of an entity, and how many different sources do: what is written about most is what people meet first. */
function wellKnown(base: FactBase): Map<EntityId, number> {
  const cached = wellKnownByBase.get(base);
  if (cached) return cached;
  const scores = new Map<EntityId, number>();
  for (const id of base.entities.keys()) {
    const facts = [...(base.factsBySubject.get(id) ?? []), ...(base.factsByValue.get(id) ?? [])];
    const sources = new Set(facts.flatMap((fact) => fact.citations.map((citation) => citation.source)));
    scores.set(id, Math.log1p(facts.length) + Math.log1p(sources.size));
  }
  wellKnownByBase.set(base, scores);
  return scores;
}

/** A number in [0, 1) that is the same whenever this user meets this fact. */
const chanceOf = (userId: string, factId: string) => hashText(`${userId}:${factId}`) / 2 ** 32;

function rankByTopic(base: FactBase, userId: string): Map<string, Ranked[]> {
  const known = wellKnown(base);
  const topics = new Map<string, Ranked[]>();
  for (const [subject, facts] of base.factsBySubject) {
    const topic = base.entities.get(subject)?.topic ?? "";
    const shuffled = facts
      .filter((fact) => fact.ask === true && fact.rank !== "deprecated")
      .map((fact) => ({ fact, chance: chanceOf(userId, fact.id) }))
      .sort((a, b) => b.chance - a.chance);
    // Each further fact of a subject weighs less, so that no subject fills a session.
    const ranked = shuffled.map(({ fact, chance }, position) => ({ fact, weight: (known.get(subject) ?? 0) + chance - position }));
    topics.set(topic, [...(topics.get(topic) ?? []), ...ranked]);
  }
  for (const ranked of topics.values()) ranked.sort((a, b) => b.weight - a.weight || (a.fact.id < b.fact.id ? -1 : 1));
  return topics;
}

/**
 * All facts that may be asked, in the order this user should begin them: well-known subjects first, topics interleaved (one with more
 * facts comes more often, but less than in proportion). The same for a user as long as the content is.
 */
export function orderNewFacts(base: FactBase, userId: string): Fact[] {
  const placed: { fact: Fact; place: number }[] = [];
  for (const [topic, ranked] of rankByTopic(base, userId)) {
    const phase = chanceOf(userId, topic);
    ranked.forEach(({ fact }, index) => placed.push({ fact, place: (index + phase) / Math.sqrt(ranked.length) }));
  }
  return placed.sort((a, b) => a.place - b.place || (a.fact.id < b.fact.id ? -1 : 1)).map(({ fact }) => fact);
}
