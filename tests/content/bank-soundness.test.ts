import { describe, expect, it } from "vitest";
import { typePath } from "@/lib/facts/fact-base";
import type { Fact, FactValue } from "@/lib/facts/model";
import { nameOf, renderValue } from "@/lib/facts/render";
import { generateBank } from "@/lib/questions/generate";
import type { Item, Option } from "@/lib/questions/item";
import { asFactId, asPredicateId, type EntityId } from "@/lib/shared/ids";
import { openContent } from "./bank-base";

const base = openContent();
const bank = [...generateBank(base, { seed: 1 })];
const choices = bank.filter((item) => item.options.length > 0);
const facts = base.content.facts;
const factOf = (item: Item) => base.facts.get(item.tests[0]!)!;

/** The ids of the items for which a check fails, so that a failure names them. */
const failing = (items: readonly Item[], fails: (item: Item) => boolean) => items.filter(fails).map((item) => item.id);
const distractors = (item: Item) => item.options.filter((_, i) => !(item.key as number[]).includes(i));
const right = (item: Item): Pick<Option, "text" | "entity" | "value"> => (Array.isArray(item.key) ? item.options[item.key[0]!]! : item.key);

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, "");
const namesOf = (id: EntityId) => {
  const { labels, aliases } = base.entities.get(id)!;
  return [labels.en, labels.zh ?? "", ...aliases].map(plain).filter((name) => name !== "");
};

/** Whether the value of a fact may be what the option says: same entity, text, or amount; a date that begins like it. */
function mayBe(value: FactValue, option: Pick<Option, "entity" | "value">): boolean {
  if (option.entity !== undefined) return value.kind === "entity" && value.entity === option.entity;
  const other = option.value!;
  if (value.kind === "date" && other.kind === "date") {
    const [a, b] = [value.edtf.replace("~", ""), other.edtf.replace("~", "")];
    return a.startsWith(b) || b.startsWith(a);
  }
  if (value.kind === "quantity" && other.kind === "quantity") return value.unit === other.unit && value.amount === other.amount;
  return value.kind === "text" && other.kind === "text" && plain(value.text) === plain(other.text);
}

function isTrueOption(item: Item, option: Option): boolean {
  const fact = factOf(item);
  const [subject, claim] = item.direction === "forward" ? [fact.subject, option] : [option.entity!, { entity: undefined, value: fact.value }];
  const target = claim.value?.kind === "entity" ? { entity: claim.value.entity } : claim;
  return facts.some((known) => known.rank !== "deprecated" && known.subject === subject && known.predicate === fact.predicate && mayBe(known.value, target));
}

const upward = ["part_of", "variant_of", "located_in", "series"];
const parents = (id: EntityId): EntityId[] =>
  facts.flatMap((fact) => (fact.subject === id && upward.includes(fact.predicate) && fact.value.kind === "entity" ? [fact.value.entity] : []));
const known = new Map<EntityId, Set<EntityId>>();
function ancestors(id: EntityId): Set<EntityId> {
  const done = known.get(id);
  if (done) return done;
  const found = new Set<EntityId>();
  known.set(id, found);
  for (const parent of parents(id)) for (const one of [parent, ...ancestors(parent)]) found.add(one);
  return found;
}
const areRelatives = (a: EntityId, b: EntityId) => ancestors(a).has(b) || ancestors(b).has(a);

function hasTwins({ options }: Item): boolean {
  return options.some((one, i) => options.slice(i + 1).some((two) => {
    if (plain(one.text) === plain(two.text)) return true;
    return one.entity !== undefined && two.entity !== undefined && namesOf(one.entity).some((name) => namesOf(two.entity!).includes(name));
  }));
}

const isExact = (fact: Fact) => fact.assurance !== "disputed" && fact.rank !== "deprecated" && fact.ask === true;

describe("the whole bank", () => {
  it("asks about at least 25 predicates and 1,500 facts in at least three forms", () => {
    expect(new Set(bank.map((item) => item.predicate)).size).toBeGreaterThanOrEqual(25);
    expect(new Set(bank.flatMap((item) => item.tests)).size).toBeGreaterThanOrEqual(1500);
    expect(new Set(bank.map((item) => item.type))).toEqual(new Set(["multiple-choice", "short-answer", "flashcard"]));
  });

  it("asks only settled facts that may be asked", () => {
    expect(failing(bank, (item) => !isExact(factOf(item)) || base.predicates.get(item.predicate)!.notAsked !== undefined)).toEqual([]);
  });

  it("has the fact's value, or its subject, as the key", () => {
    const isKeyWrong = (item: Item) => {
      const fact = factOf(item);
      const key = right(item);
      if (item.direction === "inverse") return key.entity !== fact.subject;
      if (key.entity === undefined && key.value === undefined) return item.type !== "flashcard";
      return key.entity !== undefined ? fact.value.kind !== "entity" || fact.value.entity !== key.entity : JSON.stringify(key.value) !== JSON.stringify(fact.value);
    };
    expect(failing(bank, isKeyWrong)).toEqual([]);
  });

  it("counts the tested fact among those that it gives away, all of which exist", () => {
    expect(failing(bank, (item) => !item.asserts.includes(item.tests[0]!) || item.asserts.some((id) => !base.facts.has(id)))).toEqual([]);
  });
});

describe("the options", () => {
  it("are three or four with exactly one key, and every other one has a certificate", () => {
    const isBroken = (item: Item) =>
      ![3, 4].includes(item.options.length) || (item.key as number[]).length !== 1 || right(item) === undefined ||
      distractors(item).some((option) => !option.certificate || option.certificate.because.length === 0) ||
      "certificate" in right(item);
    expect(failing(choices, isBroken)).toEqual([]);
  });

  it("rest on facts and declarations that exist", () => {
    const exists = (reason: string) => {
      const [declaration, id] = reason.includes(":") ? reason.split(":") : [undefined, reason];
      if (declaration === undefined) return base.facts.has(asFactId(id!));
      const predicate = base.predicates.get(asPredicateId(id!));
      if (declaration === "functional") return predicate?.functional === true;
      if (declaration === "inverse-functional") return predicate?.inverseFunctional === true;
      return declaration === "complete" && (predicate?.complete !== undefined || base.facts.get(asFactId(id!))?.complete === true);
    };
    expect(failing(choices, (item) => distractors(item).some(({ certificate }) => !certificate!.because.every(exists)))).toEqual([]);
  });

  it("are never known to be true", () => {
    expect(failing(choices, (item) => distractors(item).some((option) => isTrueOption(item, option)))).toEqual([]);
  });

  it("are distinct as displayed and under every alias, and none is a part of another", () => {
    expect(failing(choices, hasTwins)).toEqual([]);
    const contains = ({ options }: Item) => options.some((a, i) => options.some((b, j) => i !== j && a.text.toLowerCase().includes(b.text.toLowerCase())));
    expect(failing(choices, contains)).toEqual([]);
  });

  it("are not wholes or parts of one another", () => {
    const ids = (item: Item) => item.options.flatMap(({ entity }) => entity ?? []);
    expect(failing(choices, (item) => ids(item).some((a, i) => ids(item).slice(i + 1).some((b) => areRelatives(a, b))))).toEqual([]);
  });

  it("are not what the stem asks about", () => {
    const isNamed = (item: Item, id: EntityId | undefined) => {
      const { subject, value } = factOf(item);
      return id !== undefined && id === (item.direction === "forward" ? subject : value.kind === "entity" ? value.entity : undefined);
    };
    expect(failing(choices, (item) => item.options.some(({ entity }) => isNamed(item, entity)))).toEqual([]);
  });

  it("are of one leaf type, or of sibling types", () => {
    const parentsOf = (item: Item) => {
      const types = item.options.flatMap(({ entity }) => (entity === undefined ? [] : base.entities.get(entity)!.type));
      return new Set(types).size < 2 ? 1 : new Set(types.map((type) => base.types.get(type)?.parent)).size;
    };
    expect(failing(choices, (item) => parentsOf(item) > 1)).toEqual([]);
  });

  it("ascend where they are amounts or dates, with one unit, one precision and as many decimals", () => {
    const isMixed = ({ options }: Item) => {
      const amounts = options.flatMap(({ value }) => (value?.kind === "quantity" ? value : []));
      const dates = options.flatMap(({ value }) => (value?.kind === "date" ? value : []));
      const ordered = [...amounts.map(({ amount }) => amount), ...dates.map(({ edtf }) => Number(edtf.replaceAll("-", "")))];
      const shapes = new Set([
        ...amounts.map(({ amount, unit, bound }) => `${unit} ${bound} ${String(amount).split(".")[1]?.length ?? 0}`),
        ...dates.map(({ precision, timeZone, edtf }) => `${precision} ${timeZone} ${edtf.length}`),
      ]);
      return ordered.some((value, i) => i > 0 && value <= ordered[i - 1]!) || shapes.size > 1;
    };
    expect(failing(choices, isMixed)).toEqual([]);
  });
});

describe("the texts", () => {
  const texts = (item: Item) => [item.stem, ...item.options.map((option) => option.text), right(item).text];

  it("have no placeholder, no stray bracket and no double space", () => {
    expect(failing(bank, (item) => texts(item).some((text) => /undefined|null|NaN|[{}]|\[\[|\]\]|\s\s|^\s|\s$|\[object/.test(text) || text === ""))).toEqual([]);
  });

  it("ask one question in at most thirty words", () => {
    expect(failing(bank, ({ stem }) => stem.split(" ").length > 30 || stem.split("?").length !== 2 || !stem.endsWith("?"))).toEqual([]);
  });

  it("name the date of every fact that holds at a date", () => {
    const dated = bank.filter((item) => factOf(item).asOf !== undefined);
    expect(dated.length).toBeGreaterThan(0);
    expect(failing(dated, (item) => !item.stem.includes(factOf(item).asOf!.slice(0, 4)))).toEqual([]);
  });

  it("name the zone of every day that is another day in Beijing", () => {
    const shifted = bank.filter((item) => {
      const { value } = factOf(item);
      return value.kind === "date" && value.precision === "day" && value.beijingDate !== undefined && value.beijingDate !== value.edtf;
    });
    expect(shifted.length).toBeGreaterThan(0);
    expect(failing(shifted, ({ stem }) => !/UTC|Beijing time/.test(stem))).toEqual([]);
  });

  const parts = (text: string): string[] => text.toLowerCase().match(/\p{Script=Han}|\d+(?:[.,]\d+)*(?:[a-z](?!\p{L}))?|[^\P{L}\p{Script=Han}]{4,}/gu) ?? [];

  it("give no word or number of the key away that the other options do not share", () => {
    const isGivenAway = (item: Item) => {
      const others = distractors(item).map((option) => parts(option.text));
      return parts(right(item).text).some((part) => parts(item.stem).includes(part) && !others.every((other) => other.includes(part)));
    };
    expect(failing(choices, isGivenAway)).toEqual([]);
  });

  it("give no word of an answer without options away, but for its type and what at least half of the other answers have", () => {
    const answersOf = ({ predicate, direction }: Item) =>
      (base.factsByPredicate.get(predicate) ?? []).map((fact) =>
        direction === "inverse" ? nameOf(base, fact.subject, { bare: true }) : renderValue(base, fact.value, { bare: true }));
    const isHarmless = (item: Item, part: string) => {
      const { entity } = right(item);
      const types = entity === undefined ? [] : typePath(base, base.entities.get(entity)!.type);
      if (types.some((type) => parts(base.types.get(type)!.label.en).includes(part))) return true;
      const answer = item.direction === "inverse" ? nameOf(base, factOf(item).subject, { bare: true }) : renderValue(base, factOf(item).value, { bare: true });
      const others = answersOf(item).filter((text) => text !== answer);
      return new Set(others).size > 1 && others.filter((text) => parts(text).includes(part)).length * 2 >= others.length;
    };
    const isGivenAway = (item: Item) => parts(right(item).text).some((part) => parts(item.stem).includes(part) && !isHarmless(item, part));
    expect(failing(bank.filter((item) => item.options.length === 0), isGivenAway)).toEqual([]);
  });
});
