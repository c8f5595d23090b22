import type { Item } from "@/lib/questions/item";
import { asEntityId, asFactId, asItemId, asPredicateId } from "@/lib/shared/ids";
import { makeFactBase } from "@/tests/support/fact-base";

const rockets = ["cz-1", "cz-2", "cz-3", "cz-4", "cz-5", "cz-6"];
const missions = Array.from({ length: 12 }, (_, i) => `probe-${String.fromCharCode(97 + i)}`);
const wording = { statement: { en: "{subject} was launched by {value}." }, forward: { en: ["Which rocket launched {subject}?"] }, inverse: { en: [] } };

/** Twelve probes on six rockets, with dates, crews and sites: enough for papers, and for one fact to give another away. */
export const paperBase = makeFactBase({
  types: ["rocket", "probe", "person", "site"],
  entities: [
    ...rockets.map((id, i) => ({ id, type: "rocket", name: `Long March ${i + 1}`, aliases: [`CZ-${i + 1}`], topic: "rockets" })),
    ...missions.map((id, i) => ({ id, type: "probe", name: `Probe ${"ABCDEFGHIJKL"[i]}`, topic: i < 6 ? "moon" : "mars" })),
    ...["zhai", "liu", "jing"].map((id) => ({ id, type: "person", topic: "people" })),
    { id: "wenchang", type: "site", topic: "sites" },
    { id: "hainan", type: "site", topic: "sites" },
  ],
  predicates: [
    { id: "launched_by", domain: ["probe"], range: ["rocket"], functional: true, wording },
    { id: "launched", domain: ["rocket"], range: ["probe"], inverse: "launched_by", wording: { ...wording, forward: { en: [] } } },
    { id: "launch_date", domain: ["probe"], valueKind: "date", functional: true, wording: { statement: { en: "{subject} was launched on {value}." }, forward: { en: ["When was {subject} launched?"] }, inverse: { en: [] } } },
    { id: "commander", domain: ["probe"], range: ["person"], implies: ["member"] },
    { id: "member", domain: ["probe"], range: ["person"] },
    { id: "located_in", domain: ["site"], range: ["site"] },
  ],
  facts: [
    ...missions.map((id, i) => ({ id: `${id}.rocket`, subject: id, predicate: "launched_by", value: rockets[i % rockets.length]! })),
    ...missions.map((id, i) => ({ id: `${id}.date`, subject: id, predicate: "launch_date", value: `20${10 + i}-0${1 + (i % 9)}-1${i % 9}` })),
    { id: "cz-1.launched", subject: "cz-1", predicate: "launched", value: "probe-a" },
    { id: "commander", subject: "probe-a", predicate: "commander", value: "zhai" },
    { id: "member", subject: "probe-a", predicate: "member", value: "zhai" },
  ],
});

/** An item that asks which rocket launched probe A, unless changed; its id tells items apart. */
export const paperItem = (id: string, more: Partial<Omit<Item, "tests" | "asserts">> & { tests?: string[]; asserts?: string[] } = {}): Item => {
  const { tests = ["probe-a.rocket"], asserts = tests, ...rest } = more;
  return {
    id: asItemId(id), type: "short-answer", predicate: asPredicateId("launched_by"), direction: "forward", locale: "en", difficulty: "easy",
    features: { guess: 0, likeness: 0, renown: 0, steps: 0 }, stem: "Which rocket launched Probe A?", options: [], key: { text: "Long March 1", entity: asEntityId("cz-1") },
    template: "launched_by/forward/1", seed: 1, ...rest, tests: tests.map(asFactId), asserts: asserts.map(asFactId),
  };
};

const rocket = (id: string, text: string) => ({ text, entity: asEntityId(id) });
const certificate = { rule: "functional" as const, because: [] };

/** Asks for the rocket of probe B among options; its wrong options are explained by what they launched. */
export const choiceItem = paperItem("choice", {
  type: "multiple-choice", tests: ["probe-b.rocket"], stem: "Which rocket launched Probe B?", key: [1],
  options: [{ ...rocket("cz-3", "Long March 3"), certificate }, rocket("cz-2", "Long March 2"), { ...rocket("cz-4", "Long March 4"), certificate }],
});
