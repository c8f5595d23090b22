import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import { getDatabase } from "@/lib/db/database";
import { factsIn } from "@/lib/facts/fact-query";
import type { Fact } from "@/lib/facts/model";
import type { FactBase } from "@/lib/facts/fact-base";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import { basesOfSets } from "./fact-bases";
import { countFacts, loadDueDays, type FactCounts } from "./fact-counts";
import { homeSummary } from "./home";
import { factsOfSet } from "./set-facts";
import { findMistakes } from "./study-scope";
import type { Viewer } from "./viewer";

export type TopicChoice = FactCounts & { topic: string };
export type SetChoice = FactCounts & { id: string; name: string };

/** What a learner can choose from, with how much there is of each. */
export type StudyChoices = { due: number; fresh: number; begun: number; mistakes: number; topics: TopicChoice[]; sets: SetChoice[] };

const factsByTopic = new WeakMap<FactBase, Map<string, Fact[]>>();

/** The facts that may be asked by the topic of their subject. */
function topicsOf(base: FactBase): Map<string, Fact[]> {
  const known = factsByTopic.get(base);
  if (known) return known;
  const topics = new Map<string, Fact[]>();
  for (const topic of new Set(base.content.entities.map((entity) => entity.topic))) {
    const facts = factsIn(base, { topics: [topic], entities: [], facts: [] });
    if (facts.length > 0) topics.set(topic, facts);
  }
  factsByTopic.set(base, topics);
  return topics;
}

/** The topics that have facts to study, the largest first. */
export function listTopics(): { topic: string; facts: number }[] {
  return [...topicsOf(getFactBase())].map(([topic, facts]) => ({ topic, facts: facts.length })).sort((a, b) => b.facts - a.facts);
}

export async function studyChoices(viewer: Viewer, now: Date): Promise<StudyChoices> {
  const [database, base] = [await getDatabase(), getFactBase()];
  const user = await database.user.findUnique({ where: { id: viewer.userId }, include: { factSets: { omit: { ownFacts: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] } } });
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  const today = learnerDayOf(now.getTime(), user);
  const { due, fresh, begun } = await homeSummary(viewer, now);
  const dueDays = await loadDueDays(database, user.id, today);
  const bases = await basesOfSets(database, user.factSets);
  return {
    due,
    fresh,
    begun,
    mistakes: (await findMistakes(database, { userId: user.id, today })).length,
    topics: [...topicsOf(base)].map(([topic, facts]) => ({ topic, ...countFacts(facts, dueDays, today) })),
    sets: user.factSets.map((set) => ({ id: set.id, name: set.name, ...countFacts(factsOfSet(bases, set), dueDays, today) })),
  };
}
