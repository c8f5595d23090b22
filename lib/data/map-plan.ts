import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { isOfType, type FactBase } from "@/lib/facts/fact-base";
import { factsIn } from "@/lib/facts/fact-query";
import type { Entity, Fact } from "@/lib/facts/model";
import { layOutMap, type MapDisc, type MapLayout, type MapLink } from "@/lib/progress/map-layout";
import { asEntityId, type EntityId } from "@/lib/shared/ids";

/** The islands of the map, and of what types the entities on them are; the first that fits. */
const islandTypes = {
  rockets: ["vehicle", "component", "launch_vehicle_family"],
  crewed: ["mission", "orbital_facility", "spacesuit", "spacecraft_family"],
  probes: ["probe", "rover"],
  satellites: ["spacecraft", "family"],
  sites: ["space_facility"],
  people: ["human", "group"],
  programmes: ["programme", "organization", "occasion"],
} as const satisfies Record<string, readonly string[]>;

export type IslandName = keyof typeof islandTypes;
export const islandNames = Object.keys(islandTypes) as IslandName[];

const islandOf = (base: FactBase, type: string): IslandName | null =>
  islandNames.find((name) => islandTypes[name].some((wanted) => isOfType(base, type, wanted))) ?? null;

/** Where everything lies, whoever looks: the same for one version of the content. */
export type MapPlan = {
  layout: MapLayout;
  /** Between entities of one island, and how many there are between islands. */
  threads: readonly MapLink[];
  bonds: readonly { from: IslandName; to: IslandName; count: number }[];
};

/** A fact belongs to its subject, and to the entity it names. */
export function entitiesOf({ subject, value }: Fact): EntityId[] {
  return value.kind === "entity" && value.entity !== subject ? [subject, value.entity] : [subject];
}

/** In pixels, so that areas are as numbers of facts. */
export const radiusFor = (facts: number): number => Math.round(10 * (2 + 2.4 * Math.sqrt(facts))) / 10;

/** Names of more letters are shortened, where people do so. */
const longestLabel = 16;

/** How an entity is called on the map: by an alias that begins its name or is its initials, if the name is long. */
function labelOf({ labels, aliases }: Entity): string {
  if (labels.en.length <= longestLabel) return labels.en;
  return aliases.find((alias) => labels.en.startsWith(`${alias} `)) ?? aliases.find((alias) => /^[A-Z]{3,6}$/.test(alias)) ?? labels.en;
}

/** The largest discs of each island have labels: more where there are more discs, but far from as many. */
function chooseLabels(base: FactBase, discs: readonly MapDisc[]): MapDisc[] {
  const named = new Set<string>();
  for (const island of islandNames) {
    const own = discs.filter(({ group }) => group === island).sort((a, b) => b.radius - a.radius);
    const short = own.filter(({ id }) => labelOf(base.entities.get(asEntityId(id))!).length <= longestLabel);
    for (const { id } of short.slice(0, 2 + Math.round(Math.sqrt(own.length) / 2))) named.add(id);
  }
  return discs.map((disc) => (named.has(disc.id) ? { ...disc, label: labelOf(base.entities.get(asEntityId(disc.id))!) } : disc));
}

function linksAmong(facts: readonly Fact[], isShown: (id: string) => boolean): MapLink[] {
  const links = new Map<string, MapLink>();
  for (const fact of facts) {
    const [from, to] = entitiesOf(fact);
    if (to && isShown(from!) && isShown(to)) links.set([from!, to].sort().join(" "), { from: from!, to });
  }
  return [...links.values()];
}

function* drawPlan(base: FactBase): Generator<void, MapPlan> {
  const facts = factsIn(base, { topics: [...new Set(base.content.entities.map(({ topic }) => topic))], entities: [], facts: [] });
  const counts = new Map<string, number>();
  for (const id of facts.flatMap(entitiesOf)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const discs = base.content.entities.flatMap(({ id, type }) => {
    const [group, count] = [islandOf(base, type), counts.get(id)];
    return group && count ? [{ id, group, radius: radiusFor(count) }] : [];
  });
  const groupOf = new Map<string, IslandName>(discs.map(({ id, group }) => [id, group]));
  yield;
  const links = linksAmong(facts, (id) => groupOf.has(id));
  const bonds = new Map<string, { from: IslandName; to: IslandName; count: number }>();
  for (const link of links) {
    const [from, to] = [groupOf.get(link.from)!, groupOf.get(link.to)!].sort() as [IslandName, IslandName];
    if (from !== to) bonds.set(`${from} ${to}`, { from, to, count: (bonds.get(`${from} ${to}`)?.count ?? 0) + 1 });
  }
  const layout = yield* layOutMap(chooseLabels(base, discs), links);
  return { layout, threads: links.filter(({ from, to }) => groupOf.get(from) === groupOf.get(to)), bonds: [...bonds.values()] };
}

/** Kept outside the module: Next gives pages and routes modules of their own, and a route warms what a page shows. */
const kept = globalThis as { hangtianMapPlans?: WeakMap<FactBase, MapPlan> };
const plans = () => (kept.hangtianMapPlans ??= new WeakMap());

/** The plan of the map, drawn once for each version of the content (half a second of an idle processor). */
export function mapPlanOf(base: FactBase): MapPlan {
  const known = plans().get(base);
  if (known) return known;
  const steps = drawPlan(base);
  let step = steps.next();
  while (!step.done) step = steps.next();
  plans().set(base, step.value);
  return step.value;
}

/** Draws the plan before it is asked for, step by step, so that requests in between are served. */
export async function warmMapPlan(base: FactBase): Promise<void> {
  const steps = drawPlan(base);
  while (!plans().has(base)) {
    const step = steps.next();
    if (step.done) plans().set(base, step.value);
    await nextTurn();
  }
}
