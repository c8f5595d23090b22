import { factsOf, type FactBase } from "@/lib/facts/fact-base";
import { asPredicateId, type EntityId, type FactId } from "@/lib/shared/ids";
import type { Place } from "./coastline";

/** Where a site is, in degrees, and the fact that says so. */
export type SourcedPlace = { place: Place; fact: FactId };

const coordinates = asPredicateId("coordinates");

/** The place of an entity, if undisputed coordinates give exactly one. */
export function placeOf(base: FactBase, entityId: EntityId): SourcedPlace | undefined {
  const facts = factsOf(base, entityId, coordinates).filter(({ rank }) => rank !== "deprecated");
  const [fact, ...others] = facts;
  if (!fact || others.length > 0 || fact.assurance === "disputed" || fact.value.kind !== "coordinates") return undefined;
  const { latitude, longitude } = fact.value;
  return { place: { latitude, longitude }, fact: fact.id };
}

/** Whether two places are at least so many degrees apart, in latitude or in longitude. */
export function areApart(a: Place, b: Place, degrees: number): boolean {
  const turn = Math.abs(a.longitude - b.longitude);
  return Math.abs(a.latitude - b.latitude) >= degrees || Math.min(turn, 360 - turn) >= degrees;
}
