import { createFactBase, type FactBase } from "@/lib/facts/fact-base";
import type { Content } from "@/lib/facts/model";
import { namedRandom, shuffled } from "@/lib/shared/random";
import { makeContent, makeDate, type FactInput, type PredicateInput } from "@/tests/support/fact-base";

const rockets = ["1", "2C", "2F", "3B", "4C", "5", "6", "7", "8", "11"].map((code) => ({ id: `cz-${code.toLowerCase()}`, name: `Long March ${code}`, type: "rocket" }));
const probes = Array.from({ length: 24 }, (_, i) => ({ id: `probe-${i + 11}`, name: `Probe ${i + 11}`, type: "satellite" }));
const people = ["a", "b", "c", "d", "e", "f"].map((letter) => ({ id: `crew-${letter}`, name: `Astronaut ${letter.toUpperCase()}`, type: "person" }));

const predicates: PredicateInput[] = [
  {
    id: "launched_by", functional: true, domain: ["satellite"], range: ["rocket"],
    wording: { statement: { en: "{subject} was launched by {value}." }, forward: { en: ["Which rocket launched {subject}?", "On what did {subject} fly?"] }, inverse: { en: [] } },
  },
  {
    id: "launch_date", functional: true, valueKind: "date", domain: ["satellite"],
    wording: {
      statement: { en: "{subject} was launched on {value}." },
      forward: { en: ["When was {subject} launched?"] },
      inverse: { en: ["What was launched on {value}?"] },
    },
  },
  {
    id: "mass", functional: true, valueKind: "quantity", unit: "kg", tolerance: 0.02, domain: ["satellite"],
    wording: { statement: { en: "{subject} weighs {value}." }, forward: { en: ["How heavy is {subject}?"] }, inverse: { en: ["What weighs {value}?"] } },
  },
  {
    id: "crew_member", domain: ["satellite"], range: ["person"],
    wording: { statement: { en: "{value} flew on {subject}." }, forward: { en: ["Who flew on {subject}?"] }, inverse: { en: [] } },
  },
  {
    id: "first_flight", functional: true, inverseFunctional: true, valueKind: "date", domain: ["rocket"],
    wording: { statement: { en: "{subject} first flew on {value}." }, forward: { en: ["When did {subject} first fly?"] }, inverse: { en: ["What first flew on {value}?"] } },
  },
  {
    id: "staff", functional: true, timeVarying: true, valueKind: "quantity", domain: ["rocket"],
    wording: { statement: { en: "{subject} has a staff of {value}." }, forward: { en: ["How many work on {subject}?"] }, inverse: { en: [] } },
  },
  {
    id: "burns", functional: true, valueKind: "text", domain: ["rocket"],
    wording: {
      statement: { en: "{subject} burns {value}[[ in stage {stage}]]." },
      forward: { en: ["What does {subject} burn?", "What does stage {stage} of {subject} burn?"] },
      inverse: { en: [] },
    },
  },
];

const two = (n: number) => String(n).padStart(2, "0");

function factsOfProbe(id: string, i: number): FactInput[] {
  const rocket = rockets[(i * 3) % rockets.length]!.id;
  const zone = i % 5 === 0 ? { timeZone: "UTC" as const, beijingDate: `20${two(i + 1)}-03-${two(i + 3)}` } : { timeZone: "UTC" as const };
  return [
    { id: `${id}.rocket`, subject: id, predicate: "launched_by", value: rocket },
    { id: `${id}.date`, subject: id, predicate: "launch_date", value: makeDate(`20${two(i + 1)}-03-${two(i + 2)}`, zone) },
    { id: `${id}.mass`, subject: id, predicate: "mass", value: 1230 + i * 370 },
  ];
}

const facts: FactInput[] = [
  ...probes.flatMap(({ id }, i) => factsOfProbe(id, i)),
  { id: "list.a", subject: "probe-11", predicate: "crew_member", value: "crew-a", complete: true },
  { id: "list.b", subject: "probe-11", predicate: "crew_member", value: "crew-b", complete: true },
  ...people.slice(2).map(({ id }, i) => ({ id: `list.${id}`, subject: `probe-${i + 12}`, predicate: "crew_member", value: id, complete: true })),
  { id: "list.open", subject: "probe-20", predicate: "crew_member", value: "crew-a" },
  { id: "flight.month", subject: "cz-5", predicate: "first_flight", value: "2016-11" },
  { id: "flight.about", subject: "cz-6", predicate: "first_flight", value: "2005~" },
  { id: "burns.rivalled", subject: "cz-7", predicate: "burns", value: "paraffin" },
  { id: "burns.rival", subject: "cz-7", predicate: "burns", value: "ethanol", assurance: "disputed" },
  { id: "staff.dated", subject: "cz-5", predicate: "staff", value: 4150, asOf: "2024-10" },
  { id: "staff.undated", subject: "cz-6", predicate: "staff", value: 3150 },
  ...["kerosene", "hydrogen", "methane", "nitric acid"].map((value, i) => ({ id: `burns.${i}`, subject: rockets[i]!.id, predicate: "burns", value })),
  { id: "burns.stage", subject: "cz-8", predicate: "burns", value: "liquid oxygen", qualifiers: { stage: 2 } },
  { id: "burns.nozzle", subject: "cz-7", predicate: "burns", value: "propane", qualifiers: { nozzle: "upper" } },
  { id: "burns.disputed", subject: "cz-11", predicate: "burns", value: "powder", assurance: "disputed" },
  { id: "burns.kept", subject: "cz-6", predicate: "burns", value: "alcohol", ask: { not: "too easy" } },
];

/** A made-up base with enough of each kind of value for every form. */
export const spaceContent = (): Content =>
  makeContent({
    types: ["rocket", "satellite", "person"],
    entities: [...rockets, ...probes, ...people],
    predicates,
    qualifiers: ["stage", "nozzle"],
    facts,
  });

export const spaceBase = (): FactBase => createFactBase(spaceContent(), "test");

/** The same facts with every list in another order, as if the files had been renamed. */
export function shuffledSpaceBase(seed: number): FactBase {
  const content = spaceContent();
  const lists = Object.entries(content).map(([name, list]) => [name, shuffled<unknown>(namedRandom(seed, name), list ?? [])]);
  return createFactBase(Object.fromEntries(lists) as Content, "test");
}
