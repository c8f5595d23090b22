import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import type { Item, ItemType, Option } from "@/lib/questions/item";
import { asFactId, asPredicateId, type EntityId } from "@/lib/shared/ids";

type Planted = { base?: FactBase; item?: Item };

/** A way to spoil a good item, or the facts it rests on, in one respect. */
export type PlantedFault = { rule: string; what: string; type: ItemType; suits: (item: Item, base: FactBase) => boolean; plant: (item: Item, base: FactBase) => Planted };

export const keyAt = (item: Item) => (item.key as number[])[0]!;
const mainOf = (item: Item, base: FactBase) => base.facts.get(item.tests[0]!)!;
const wrongAt = (item: Item) => item.options.flatMap((_, i) => ((item.key as number[]).includes(i) ? [] : [i]));
const withOption = (item: Item, at: number, change: (option: Option) => Option): Item => ({ ...item, options: item.options.map((option, i) => (i === at ? change(option) : option)) });
const withText = (item: Item, at: number, change: (text: string) => string) => withOption(item, at, (option) => ({ ...option, text: change(option.text) }));
const withStem = (item: Item, change: (stem: string) => string): Planted => ({ item: { ...item, stem: change(item.stem) } });
const beforeEnd = (item: Item, words: string) => withStem(item, (stem) => stem.replace(/\?$/, `${words}?`));

const changed = <K, V>(map: ReadonlyMap<K, V>, key: K, change: (value: V) => V): ReadonlyMap<K, V> => new Map(map).set(key, change(map.get(key)!));

/** The right and the wrong option change places in everything but their texts. */
function turned(item: Item): Item {
  const [right, wrong] = [keyAt(item), wrongAt(item)[0]!];
  const { certificate } = item.options[wrong]!;
  const options = item.options.map(({ certificate: _, ...option }, i) => (i === right ? { ...option, certificate: certificate! } : option));
  return { ...item, options, key: [wrong] };
}

const withFacts = (base: FactBase, subject: EntityId, change: (facts: readonly Fact[]) => readonly Fact[]): FactBase => ({ ...base, factsBySubject: changed(base.factsBySubject, subject, change) });

const withTypes = (base: FactBase, ids: readonly EntityId[], type: string): FactBase => ({ ...base, entities: ids.reduce((entities, id) => changed(entities, id, (entity) => ({ ...entity, type })), base.entities) });

const offersEntities = ({ options, direction }: Item) => direction === "forward" && options.length === 4 && options.every(({ entity, text }) => entity !== undefined && /^[\p{L}\d ]+$/u.test(text));
const isUndated = (item: Item, base: FactBase) => mainOf(item, base).asOf === undefined;
const isPlain = (item: Item, base: FactBase) => offersEntities(item) && isUndated(item, base);
const offersAmounts = ({ options }: Item) => options.length === 4 && options.every(({ value }) => value?.kind === "quantity");
const offersDates = ({ options }: Item) => options.length === 4 && options.every(({ value }) => value?.kind === "date");
const amountOf = ({ value }: Option) => (value?.kind === "quantity" ? value.amount : NaN);
const entitiesAt = (item: Item, places: readonly number[]) => places.map((i) => item.options[i]!.entity!);

const truth: PlantedFault[] = [
  {
    rule: "truth/settled", what: "a fact without a source", type: "multiple-choice", suits: isPlain,
    plant: (item, base) => ({ base: { ...base, facts: changed(base.facts, item.tests[0]!, (fact) => ({ ...fact, citations: [] })) } }),
  },
  {
    rule: "truth/settled", what: "a fact that is disputed now", type: "numeric", suits: isUndated,
    plant: (item, base) => ({ base: { ...base, facts: changed(base.facts, item.tests[0]!, (fact) => ({ ...fact, assurance: "disputed" as const })) } }),
  },
  { rule: "truth/key", what: "a false claim that the key calls true", type: "true-false", suits: (item) => item.options[keyAt(item)]!.text === "False", plant: (item) => ({ item: turned(item) }) },
  {
    rule: "truth/query", what: "another fact that answers the question", type: "short-answer",
    suits: (item, base) => item.direction === "forward" && mainOf(item, base).value.kind === "entity",
    plant(item, base) {
      const fact = mainOf(item, base);
      const other = [...base.entities.keys()].find((id) => id.startsWith("queqiao"))!;
      return { base: withFacts(base, fact.subject, (facts) => [...facts, { ...fact, id: asFactId("planted"), value: { kind: "entity", entity: other } }]) };
    },
  },
  { rule: "truth/told", what: "a tested fact that is not given away", type: "flashcard", suits: (item) => item.direction === "inverse", plant: (item) => ({ item: { ...item, asserts: [] } }) },
  {
    rule: "truth/closed-class", what: "a superlative over an open list", type: "flashcard",
    suits(item, base) {
      const { functional, inverseFunctional, complete } = base.predicates.get(item.predicate)!;
      return item.direction === "forward" && !functional && !inverseFunctional && complete === undefined && !mainOf(item, base).complete;
    },
    plant: (item) => beforeEnd(item, ", the oldest of its kind"),
  },
  {
    rule: "truth/distractors", what: "a certificate by a rule that proves nothing here", type: "multiple-choice",
    suits: (item, base) => isPlain(item, base) && base.predicates.get(item.predicate)!.complete === undefined && !mainOf(item, base).complete && item.options.some(({ certificate }) => certificate?.rule === "functional"),
    plant: (item) => ({ item: withOption(item, wrongAt(item)[0]!, (option) => ({ ...option, certificate: { rule: "complete", because: option.certificate!.because } })) }),
  },
  {
    rule: "truth/certificates", what: "a certificate that rests on nothing", type: "cloze", suits: offersEntities,
    plant: (item) => ({ item: withOption(item, wrongAt(item)[0]!, (option) => ({ ...option, certificate: { rule: option.certificate!.rule, because: ["functional:nothing"] } as Option["certificate"] & object })) }),
  },
  {
    rule: "truth/twins", what: "an alias that two options share", type: "multiple-choice", suits: isPlain,
    plant(item, base) {
      const [one, two] = entitiesAt(item, wrongAt(item));
      return { base: { ...base, entities: changed(base.entities, one!, (entity) => ({ ...entity, aliases: [base.entities.get(two!)!.labels.en] })) } };
    },
  },
  {
    rule: "truth/kin", what: "an option that is part of another", type: "multiple-choice", suits: isPlain,
    plant(item, base) {
      const [part, whole] = entitiesAt(item, wrongAt(item));
      const link: Fact = { ...mainOf(item, base), id: asFactId("planted"), subject: part!, predicate: asPredicateId("part_of"), value: { kind: "entity", entity: whole! } };
      return { base: { ...base, content: { ...base.content, facts: [...base.content.facts, link] } } };
    },
  },
  {
    rule: "truth/echo", what: "the very thing that is asked about", type: "multiple-choice",
    suits(item, base) {
      const { type, labels } = base.entities.get(mainOf(item, base).subject)!;
      const isAlike = (text: string) => text.includes(labels.en) || labels.en.includes(text);
      const isAsLong = Math.abs(Math.log(labels.en.length / item.options[keyAt(item)]!.text.length)) < Math.log(1.4);
      return isPlain(item, base) && isAsLong && item.options.every(({ entity, text }) => base.entities.get(entity!)!.type === type && !isAlike(text));
    },
    plant(item, base) {
      const { subject } = mainOf(item, base);
      return { item: withOption(item, wrongAt(item)[0]!, (option) => ({ ...option, entity: subject, text: base.entities.get(subject)!.labels.en })) };
    },
  },
  { rule: "truth/texts", what: "an option that is called by another name", type: "multiple-choice", suits: isPlain, plant: (item) => ({ item: withText(item, wrongAt(item)[0]!, (text) => [...text].reverse().join("")) }) },
  { rule: "truth/dated", what: "a stem without the date of its fact", type: "multiple-choice", suits: (item) => offersEntities(item) && /^As of [^,]+, which /.test(item.stem), plant: (item) => withStem(item, (stem) => stem.replace(/^As of [^,]+, w/, "W")) },
  {
    rule: "truth/precision", what: "an option in another calendar", type: "multiple-choice", suits: (item) => offersDates(item) && item.options.every(({ value }) => value?.kind === "date" && value.timeZone === "UTC"),
    plant: (item) => ({ item: withOption(item, wrongAt(item)[0]!, (option) => ({ ...option, value: { ...option.value!, timeZone: "Asia/Shanghai" } as Option["value"] & object })) }),
  },
  { rule: "truth/zone", what: "a day near midnight without its zone", type: "multiple-choice", suits: (item) => offersDates(item) && / \(UTC\)\?$/.test(item.stem), plant: (item) => withStem(item, (stem) => stem.replace(" (UTC)", "")) },
];

const arranged: PlantedFault[] = [
  { rule: "truth/order", what: "two that stand in the wrong order", type: "ordering", suits: ({ options }) => options.length > 3, plant: (item) => ({ item: { ...item, key: [...(item.key as number[]).slice(1), keyAt(item)] } }) },
  { rule: "truth/compared", what: "the lesser of two as the greater", type: "comparison", suits: () => true, plant: (item) => ({ item: turned(item) }) },
  {
    rule: "truth/pairs", what: "a pair that nothing excludes", type: "matching", suits: () => true,
    plant: (item) => ({ item: { ...item, prompts: item.prompts!.map((prompt, i) => (i === 0 ? { ...prompt, certificates: prompt.certificates.map(() => null) } : prompt)) } }),
  },
  { rule: "truth/hops", what: "a hop that no fact takes", type: "multi-hop", suits: () => true, plant: (item) => ({ item: { ...item, tests: item.tests.slice(0, 1) } }) },
  {
    rule: "truth/picture", what: "a rocket drawn five metres too tall", type: "picture", suits: () => true,
    plant: (item) => ({ item: { ...item, figure: item.figure?.kind === "launch-vehicle" ? { ...item.figure, figures: { ...item.figure.figures, height: item.figure.figures.height + 5 } } : item.figure! } }),
  },
  {
    rule: "truth/map", what: "a site marked where it is not", type: "map", suits: () => true,
    plant: (item) => ({ item: { ...item, figure: item.figure?.kind === "map" ? { ...item.figure, points: item.figure.points.map((point, i) => (i === 0 ? { ...point, latitude: point.latitude + 5 } : point)) } : item.figure! } }),
  },
];

const options: PlantedFault[] = [
  {
    rule: "options/number", what: "two options only", type: "multiple-choice", suits: offersAmounts,
    plant(item) {
      const dropped = wrongAt(item).slice(1);
      return { item: { ...item, options: item.options.filter((_, i) => !dropped.includes(i)), key: [wrongAt(item)[0]! < keyAt(item) ? 1 : 0] } };
    },
  },
  { rule: "options/kind", what: "a celestial body among others", type: "multiple-choice", suits: (item, base) => isPlain(item, base) && base.entities.get(item.options[0]!.entity!)!.type !== "celestial_body", plant: (item, base) => ({ base: withTypes(base, entitiesAt(item, wrongAt(item)).slice(0, 1), "celestial_body") }) },
  {
    rule: "options/format", what: "one amount with a decimal", type: "multiple-choice", suits: (item) => offersAmounts(item) && item.options.every((option) => Number.isInteger(amountOf(option))),
    plant: (item) => ({ item: withText(item, wrongAt(item)[0]!, (text) => text.replace(/\d+(?!.*\d)/, "$&.0")) }),
  },
  {
    rule: "options/ascending", what: "the last two amounts turned round", type: "multiple-choice", suits: (item) => offersAmounts(item) && keyAt(item) === 0,
    plant: (item) => ({ item: { ...item, options: [0, 1, 3, 2].map((i) => item.options[i]!) } }),
  },
  {
    rule: "options/roundness", what: "one amount to the last digit", type: "multiple-choice",
    suits: (item) => offersAmounts(item) && keyAt(item) < 3 && item.options.every((option) => amountOf(option) > 100 && amountOf(option) % 10 === 0),
    plant(item) {
      const amount = amountOf(item.options[3]!) + 1;
      return { item: withOption(item, 3, (option) => ({ ...option, text: option.text.replace(/[\d,]+/, amount.toLocaleString("en")), value: { ...option.value!, amount } as Option["value"] & object })) };
    },
  },
  { rule: "options/apart", what: "an option inside another", type: "multiple-choice", suits: isPlain, plant: (item) => ({ item: withText(item, wrongAt(item)[0]!, (text) => `${text} with ${item.options[wrongAt(item)[1]!]!.text}`) }) },
  { rule: "options/no-all-or-none", what: "both of these", type: "multiple-choice", suits: isPlain, plant: (item) => ({ item: withText(item, wrongAt(item)[0]!, (text) => `${text} or both of these`) }) },
  { rule: "options/length", what: "a key with a long explanation", type: "multiple-choice", suits: isPlain, plant: (item) => ({ item: withText(item, keyAt(item), (text) => `${text}, under its full name as it is found in documents`) }) },
  { rule: "options/plain-words", what: "an option with an absolute word", type: "multiple-choice", suits: isPlain, plant: (item) => ({ item: withText(item, wrongAt(item)[0]!, (text) => `always ${text}`) }) },
  {
    rule: "options/stem-attribute", what: "a stem that names the type of the key alone", type: "multiple-choice",
    suits(item, base) {
      if (!isPlain(item, base)) return false;
      const type = base.types.get(base.entities.get(item.options[keyAt(item)]!.entity!)!.type)!;
      return item.stem.toLowerCase().includes(` ${type.label.en} `) && [...base.types.values()].some((other) => other.parent === type.parent && other.parent !== null && other.id !== type.id);
    },
    plant(item, base) {
      const type = base.types.get(base.entities.get(item.options[keyAt(item)]!.entity!)!.type)!;
      const sibling = [...base.types.values()].find((other) => other.parent === type.parent && other.id !== type.id)!;
      return { base: withTypes(base, entitiesAt(item, wrongAt(item)), sibling.id) };
    },
  },
];

const stems: PlantedFault[] = [
  { rule: "stem/one-question", what: "two questions", type: "multiple-choice", suits: isPlain, plant: (item) => withStem(item, (stem) => `${stem} And why?`) },
  { rule: "stem/one-question", what: "a cloze with two blanks", type: "cloze", suits: () => true, plant: (item) => withStem(item, (stem) => `${stem} _____.`) },
  { rule: "stem/clean", what: "a double space", type: "multiple-choice", suits: isPlain, plant: (item) => withStem(item, (stem) => stem.replace(" ", "  ")) },
  { rule: "stem/clean", what: "a placeholder", type: "multiple-choice", suits: isPlain, plant: (item) => beforeEnd(item, " {zone}") },
  { rule: "stem/length", what: "more than thirty words", type: "multiple-choice", suits: isPlain, plant: (item) => withStem(item, (stem) => `${"Think well, ".repeat(16)}${stem}`) },
  {
    rule: "stem/self-contained", what: "a stem that says \"it\"", type: "multiple-choice",
    suits: (item, base) => isPlain(item, base) && item.stem.includes(` ${base.entities.get(mainOf(item, base).subject)!.labels.en} `),
    plant: (item, base) => withStem(item, (stem) => stem.replace(base.entities.get(mainOf(item, base).subject)!.labels.en, "it")),
  },
  { rule: "stem/no-clue", what: "a stem that says the key", type: "multiple-choice", suits: (item, base) => isPlain(item, base) && item.options.every(({ text }) => /^[A-Z][a-z]{4,}$/.test(text)), plant: (item) => beforeEnd(item, `, or ${item.options[keyAt(item)]!.text}`) },
  { rule: "stem/no-negation", what: "a negation", type: "multiple-choice", suits: isPlain, plant: (item) => beforeEnd(item, ", is it not") },
  { rule: "stem/articles", what: "two articles", type: "multiple-choice", suits: (item, base) => isPlain(item, base) && / the /.test(item.stem), plant: (item) => withStem(item, (stem) => stem.replace(" the ", " the the ")) },
  { rule: "stem/articles", what: "an article that does not agree", type: "multiple-choice", suits: isPlain, plant: (item) => beforeEnd(item, " in an rocket") },
];

/** At least one for every rule of a single item. */
export const plantedFaults: readonly PlantedFault[] = [...truth, ...arranged, ...options, ...stems];
