import { factsOf, type FactBase } from "@/lib/facts/fact-base";
import type { Fact, FactValue } from "@/lib/facts/model";
import { asFactId, type EntityId, type FactId } from "@/lib/shared/ids";
import type { Item, Option } from "../item";

const isShown = (fact: Fact) => fact.ask === true && fact.rank !== "deprecated" && fact.assurance !== "disputed";

const contentOf = (value: FactValue) => JSON.stringify(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));
const entityOf = ({ value }: Fact) => (value.kind === "entity" ? value.entity : undefined);

/** The fact with which the feedback explains what was chosen wrongly. */
function explanation(base: FactBase, { direction, predicate }: Item, { entity, value }: Pick<Option, "entity" | "value">): Fact | undefined {
  if (direction === "inverse") return entity && factsOf(base, entity, predicate).find(isShown);
  const said: FactValue | undefined = entity === undefined ? value : { kind: "entity", entity };
  return said && base.factsByPredicate.get(predicate)?.find((fact) => isShown(fact) && contentOf(fact.value) === contentOf(said));
}

function explanations(base: FactBase, item: Item): Fact[] {
  if (item.type === "ordering" || item.type === "comparison") return [];
  if (item.claim) return item.options.some(({ certificate }) => certificate && certificate.rule !== "entailed") ? [explanation(base, item, item.claim)].flatMap((fact) => fact ?? []) : [];
  const wrong = item.options.filter((_, i) => Array.isArray(item.key) && !item.key.includes(i));
  return wrong.flatMap((option) => explanation(base, item, option) ?? []);
}

/** Every place or thing that holds the entity, at any distance. */
function wholesOf(base: FactBase, start: EntityId): Set<EntityId> {
  const found = new Set<EntityId>();
  const upwards = ["part_of", "variant_of", "located_in", "series"];
  for (const open = [start]; open.length > 0; ) {
    for (const fact of base.factsBySubject.get(open.pop()!) ?? []) {
      const whole = entityOf(fact);
      if (whole === undefined || found.has(whole) || fact.rank === "deprecated" || !upwards.includes(fact.predicate)) continue;
      found.add(whole);
      open.push(whole);
    }
  }
  return found;
}

/** The facts that follow from one in a single step. */
function consequences(base: FactBase, fact: Fact): Fact[] {
  const predicate = base.predicates.get(fact.predicate);
  const value = entityOf(fact);
  if (!predicate) return [];
  const ofSubject = (base.factsBySubject.get(fact.subject) ?? []).filter(
    (other) => (other.predicate === fact.predicate || predicate.implies.includes(other.predicate)) && contentOf(other.value) === contentOf(fact.value),
  );
  if (value === undefined) return ofSubject;
  const swapped = (base.factsBySubject.get(value) ?? []).filter((other) => {
    const isInverse = predicate.inverse === other.predicate || base.predicates.get(other.predicate)?.inverse === fact.predicate;
    return entityOf(other) === fact.subject && (isInverse || predicate.impliesInverse.includes(other.predicate));
  });
  const reachesUp = predicate.granular || ["part_of", "variant_of", "located_in", "series"].includes(predicate.id);
  const wholes = reachesUp ? wholesOf(base, value) : new Set<EntityId>();
  const wider = factsOf(base, fact.subject, fact.predicate).filter((other) => wholes.has(entityOf(other)!));
  return [...ofSubject, ...swapped, ...wider];
}

/** Every fact that an item tests, in its own right (not by a former id). */
export const testedBy = (base: FactBase, item: Item): Fact[] => item.tests.flatMap((id) => base.facts.get(id) ?? []);

/** Everything known to whoever has read an item with its answer and all of its feedback. */
export function knownAfter(base: FactBase, item: Item): Set<FactId> {
  const shown = item.type === "map" ? item.asserts.map((id) => base.facts.get(asFactId(id))) : [];
  const open = [...testedBy(base, item), ...explanations(base, item), ...shown.flatMap((fact) => fact ?? [])];
  const known = new Set<FactId>();
  for (let fact = open.pop(); fact !== undefined; fact = open.pop()) {
    if (known.has(fact.id)) continue;
    known.add(fact.id);
    open.push(...consequences(base, fact));
  }
  return known;
}
