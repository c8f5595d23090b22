import "server-only";
import { nameOf } from "@/lib/facts/render";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { masteryBy, type Mastery } from "@/lib/progress/mastery-groups";
import { asEntityId, type FactId } from "@/lib/shared/ids";
import { entitiesOf, islandNames, mapPlanOf, radiusFor, type IslandName } from "./map-plan";

/** An entity on the map: where it lies, what is written below it, and how many of the facts about it are begun and would be recalled today (not whole). */
export type MapEntity = { id: string; name: string; x: number; y: number; radius: number; facts: number; begun: number; recalled: number; label: { text: string; y: number } | null };

export type MapIsland = { name: IslandName; x: number; top: number; facts: number; begun: number; recalled: number; entities: MapEntity[] };

export type MasteryMap = {
  width: number;
  height: number;
  islands: MapIsland[];
  /** Lines [x1, y1, x2, y2] between linked entities of an island; and between islands, with the number of links. Only among what the chosen facts tell of. */
  threads: [number, number, number, number][];
  bonds: { line: [number, number, number, number]; count: number }[];
  /** Entities that the chosen facts say nothing about. */
  elsewhere: { x: number; y: number }[];
};

function masteryOfEntities(facts: readonly Fact[], recallOf: (fact: FactId) => number | null): Map<string, Mastery> {
  return masteryBy(
    facts.flatMap((fact) => {
      const recall = recallOf(fact.id);
      return entitiesOf(fact).map((group) => ({ group: group as string, recall }));
    }),
  );
}

/** Facts of an island that are about two of its entities count once. */
function masteryOfIslands(facts: readonly Fact[], islandOf: ReadonlyMap<string, string>, recallOf: (fact: FactId) => number | null): Map<string, Mastery> {
  return masteryBy(
    facts.flatMap((fact) => {
      const [recall, [one, other]] = [recallOf(fact.id), entitiesOf(fact).map((id) => islandOf.get(id))];
      const islands = one === other ? [one] : [one, other];
      return islands.flatMap((group) => (group === undefined ? [] : { group, recall }));
    }),
  );
}

/** The graph of what the facts are about, with what the learner would recall of each. Places are the same for all learners and sets. */
export function masteryMap(base: FactBase, facts: readonly Fact[], recallOf: (fact: FactId) => number | null): MasteryMap {
  const { layout, threads, bonds } = mapPlanOf(base);
  const known = masteryOfEntities(facts, recallOf);
  const ofIslands = masteryOfIslands(facts, new Map(layout.discs.map(({ id, group }) => [id, group])), recallOf);
  const at = new Map(layout.discs.map((disc) => [disc.id, disc]));
  const islandAt = new Map(layout.islands.map((island) => [island.group, island]));
  const middle = (group: string) => [islandAt.get(group)!.x, Math.round((islandAt.get(group)!.top + islandAt.get(group)!.bottom) / 2)] as const;
  const islands = islandNames.flatMap((name): MapIsland[] => {
    const [island, sums] = [islandAt.get(name), ofIslands.get(name)];
    if (!island || !sums) return [];
    const entities = layout.discs.flatMap(({ id, group, x, y, label, labelY }): MapEntity[] => {
      const own = group === name ? known.get(id) : undefined;
      return own ? [{ id, name: nameOf(base, asEntityId(id), { bare: true }), x, y, radius: radiusFor(own.facts), facts: own.facts, begun: own.begun, recalled: own.recalled, label: label === undefined ? null : { text: label, y: labelY } }] : [];
    });
    return [{ name, x: island.x, top: island.top, facts: sums.facts, begun: sums.begun, recalled: sums.recalled, entities: entities.sort((a, b) => b.facts - a.facts) }];
  });
  return {
    width: layout.width,
    height: layout.height,
    islands,
    threads: threads.filter(({ from, to }) => known.has(from) && known.has(to)).map(({ from, to }) => [at.get(from)!.x, at.get(from)!.y, at.get(to)!.x, at.get(to)!.y]),
    bonds: bonds.filter(({ from, to }) => ofIslands.has(from) && ofIslands.has(to)).map(({ from, to, count }) => ({ line: [...middle(from), ...middle(to)], count })),
    elsewhere: layout.discs.filter(({ id }) => !known.has(id)).map(({ x, y }) => ({ x, y })),
  };
}
