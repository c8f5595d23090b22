import fc from "fast-check";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Bound, Fact, FactValue } from "@/lib/facts/model";
import type { Form } from "@/lib/questions/form";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { makeDate, makeFactBase, type FactInput, type PredicateInput } from "@/tests/support/fact-base";

/** Names with and without numbers, of a few series that share words, and with years. */
const names = [
  "Aurora", "Borealis", "Comet 1", "Comet 2", "Comet 3", "Dawn", "Dawn-2", "Ember 7", "Falcon Bay 4", "Ginkgo", "Harvest 2012", "Iris", "Juniper 5", "Kestrel", "first Lantern", "second Lantern",
];

/** What several can be asked about: when each was launched, how heavy it is, on what it flew, who was on board. */
const predicates: PredicateInput[] = [
  {
    id: "launch_date", functional: true, valueKind: "date", domain: ["probe"],
    wording: {
      forward: { en: ["When was {subject} launched?"] },
      compare: { most: { en: ["Which of these two {types} was launched later?"] }, least: { en: ["Which of these two {types} was launched earlier?"] } },
      order: { en: ["Put these {types} in order of their launch, the earliest first."] },
    },
  },
  {
    id: "mass", functional: true, valueKind: "quantity", unit: "kg", tolerance: 0.05, domain: ["probe"],
    wording: {
      forward: { en: ["How heavy is {subject}?"] },
      compare: { most: { en: ["Which of these two {types} is heavier?"] }, least: { en: ["Which of these two {types} is lighter?"] } },
      order: { en: ["Put these {types} in order of mass, the lightest first."] },
    },
  },
  { id: "launched_by", label: { en: "Rocket" }, functional: true, domain: ["probe"], range: ["rocket"], wording: { forward: { en: ["What launched {subject}?"] } } },
  { id: "crew_member", domain: ["probe"], range: ["person"], wording: { match: { en: ["Match each of these {types} with someone on board."] } } },
];

const rockets = ["Breeze Dawn", "Long Haul 3", "Long Haul 30", "Meteor", "North Wind", "Comet Carrier"].map((name, i) => ({ id: `rocket-${i}`, name, type: "rocket" }));
const people = ["An", "Bo", "Cy", "Di", "Ed", "Fu"].map((name, i) => ({ id: `person-${i}`, name: `${name} Sample`, type: "person" }));
const probes = names.map((name, i) => ({ id: `probe-${i}`, name, type: "probe" }));

const two = (n: number) => String(n).padStart(2, "0");

const dateArbitrary = fc
  .record({ year: fc.integer({ min: 1995, max: 2003 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }), parts: fc.integer({ min: 1, max: 3 }), about: fc.nat(5), zone: fc.constantFrom(undefined, "UTC", "Asia/Shanghai") })
  .map(({ year, month, day, parts, about, zone }) =>
    makeDate([String(year), two(month), two(day)].slice(0, parts).join("-") + (about === 0 ? "~" : ""), parts === 3 && zone ? { timeZone: zone as "UTC" } : {}));

const massArbitrary = fc
  .record({ amount: fc.integer({ min: 10, max: 60 }), unit: fc.constantFrom("kg", "t"), bound: fc.constantFrom<(Bound | undefined)[]>(undefined, undefined, undefined, "about", "at-least", "at-most", "better-than") })
  .map(({ amount, unit, bound }): FactValue => ({ kind: "quantity", amount: unit === "t" ? amount / 1000 : amount, unit, ...(bound && { bound }) }));

const status = fc.constantFrom<Partial<FactInput>[]>({}, {}, {}, {}, { assurance: "disputed" }, { rank: "deprecated" }, { ask: { not: "for a test" } });

const probeFacts = (subject: string) =>
  fc.tuple(dateArbitrary, massArbitrary, fc.constantFrom(...rockets), fc.subarray(people, { maxLength: 2 }), fc.boolean(), status, status, status).map(
    ([date, mass, rocket, crew, complete, ...statuses]): FactInput[] => [
      { id: `${subject}.date`, subject, predicate: "launch_date", value: date, ...statuses[0] },
      { id: `${subject}.mass`, subject, predicate: "mass", value: mass, ...statuses[1] },
      { id: `${subject}.rocket`, subject, predicate: "launched_by", value: rocket.id, ...statuses[2] },
      ...crew.map(({ id }) => ({ id: `${subject}.${id}`, subject, predicate: "crew_member", value: id, complete })),
    ]);

/** Bases in which much cannot be known for certain: dates of every precision and zone, rough amounts, disputed and withdrawn facts, open lists. */
export const severalBases: fc.Arbitrary<FactBase> = fc.tuple(...probes.map(({ id }) => probeFacts(id))).map((facts) =>
  makeFactBase({ types: ["probe", "rocket", "person"], entities: [...probes, ...rockets, ...people], predicates, facts: facts.flat() }));

/** All items of one form. */
export const itemsOfForm = (base: FactBase, form: Form, seed = 1): Item[] => base.content.facts.flatMap(({ id }) => generateItemsForFact(base, id, { seed, forms: [form] }).items);

const dayOf = (year: number, month: number, day: number) => Date.UTC(year, month, day) / 86_400_000;
const widening = [0, 731, 62, 7];

/** By hand: the first and last day that a date may mean, with a day to each side for calendars that differ, or the least and greatest amount in kg. */
export function boundsOf({ value }: Fact): [number, number] {
  if (value.kind === "date") {
    const parts = value.edtf.replace("~", "").split("-").map(Number);
    const [year, month, day] = parts as [number, number?, number?];
    const about = value.edtf.endsWith("~") ? widening[parts.length]! : 0;
    const last = day !== undefined ? dayOf(year, month! - 1, day) : month !== undefined ? dayOf(year, month, 0) : dayOf(year, 11, 31);
    return [dayOf(year, (month ?? 1) - 1, day ?? 1) - about, last + about];
  }
  if (value.kind !== "quantity") throw new Error("neither a date nor an amount");
  const scale = value.unit === "t" ? 1000 : 1;
  const kilograms = value.amount * scale;
  const decimals = String(value.amount).split(".")[1]?.length ?? 0;
  const slack = Math.max(0.5 * 10 ** -decimals * scale + 0.05 * kilograms, value.bound === "about" ? 0.1 * kilograms : 0);
  const isOpen = (...bounds: Bound[]) => value.bound !== undefined && bounds.includes(value.bound);
  return [isOpen("at-most", "better-than") ? -Infinity : kilograms - slack, isOpen("at-least", "better-than") ? Infinity : kilograms + slack];
}

/** The settled fact behind an option of an item about one predicate. */
export function factBehind(base: FactBase, item: Item, entity: string | undefined): Fact {
  const facts = item.tests.map((id) => base.facts.get(id)!).filter(({ subject, predicate }) => subject === entity && predicate === item.predicate);
  if (facts.length !== 1) throw new Error(`${item.id} rests on ${facts.length} facts about ${entity}`);
  return facts[0]!;
}

/** Whether a fact may be rested on. */
export const isFirm = (fact: Fact) => fact.rank !== "deprecated" && fact.assurance !== "disputed" && fact.ask === true;
