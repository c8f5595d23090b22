import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact, FactValue, Predicate } from "@/lib/facts/model";
import type { EntityId } from "@/lib/shared/ids";
import type { Item } from "../item";
import { daysOf, rangeOf } from "./meeting";
import { refuteValue } from "./proof";
import { isFirm, pairsOf, rightPositions, testedFacts, valueOf, wrongOptions } from "./reading";
import type { LintRule } from "./rule";

type Range = { low: number; high: number };

function rangeOfFact(base: FactBase, predicate: Predicate | undefined, { value }: Fact): Range | undefined {
  if (value.kind === "quantity" && predicate) return rangeOf(base, predicate, value);
  if (value.kind !== "date") return undefined;
  const { firstDay, lastDay } = daysOf(value);
  return { low: firstDay, high: lastDay };
}

/** Where the tested facts place an entity on the scale of the item's predicate; undefined unless exactly one firm fact does. */
function placeOf(base: FactBase, item: Item, entity: EntityId | undefined): Range | undefined {
  const own = testedFacts(base, item).filter((fact) => fact.subject === entity && fact.predicate === item.predicate && isFirm(fact));
  return own.length === 1 ? rangeOfFact(base, base.predicates.get(item.predicate), own[0]!) : undefined;
}

const digitsOf = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

/** Whether every label has one number and the numbers rise or fall as the answer does. */
function doDigitsTell(texts: readonly string[]): boolean {
  const numbers = texts.map(digitsOf);
  if (numbers.some((each) => each.length === 0)) return false;
  const rises = (sign: number) => numbers.every((each, i) => i === 0 || sign * (each[0]! - numbers[i - 1]![0]!) > 0);
  return rises(1) || rises(-1);
}

/** The words before the first number: "Long March", "Shenzhou". */
const seriesOf = (text: string) => text.toLowerCase().replace(/[\s-]*\d.*$/, "");

/** Two labels of one numbered series give their order away. */
const doesSeriesTell = (texts: readonly string[]) => pairsOf(texts).some(([a, b]) => /\d/.test(a) && /\d/.test(b) && seriesOf(a) === seriesOf(b));

/** An order can be proved, and cannot be read off the labels. */
export const provenOrder: LintRule = {
  id: "truth/order",
  says: "An ordering lists every option once, ascending, with values that do not meet, and no numbers in labels tell the order.",
  applies: ({ type }) => type === "ordering",
  faults(base, item) {
    const order = rightPositions(item);
    if (new Set(order).size !== item.options.length || order.length !== item.options.length) return ["the key is not an order of all options"];
    const sorted = order.map((i) => item.options[i]!);
    const places = sorted.map(({ entity }) => placeOf(base, item, entity));
    const unsure = sorted.filter((_, i) => i > 0 && !((places[i - 1]?.high ?? Infinity) < (places[i]?.low ?? -Infinity)));
    const texts = sorted.map(({ text }) => text);
    const isDated = testedFacts(base, item)[0]?.value.kind === "date";
    return [
      ...unsure.map(({ text }) => `it is not proved that "${text}" comes after the one before it`),
      ...(doDigitsTell(texts) || (isDated && doesSeriesTell(texts)) ? ["the numbers in the labels tell the order"] : []),
      ...(order.every((position, i) => position === i) ? ["the options stand in the right order already"] : []),
    ];
  },
};

/** Which of two is greater or less is certain, and cannot be read off the names. */
export const provenComparison: LintRule = {
  id: "truth/compared",
  says: "Of two options the key has provably more (or less, as asked); the other is certified by both facts, and numbers in the names do not tell.",
  applies: ({ type }) => type === "comparison",
  faults(base, item) {
    const [position] = rightPositions(item);
    const [right, wrong] = [item.options[position ?? -1], wrongOptions(item)[0]];
    const [key, other] = [placeOf(base, item, right?.entity), placeOf(base, item, wrong?.entity)];
    const wanted = /most|least/.exec(item.template)?.[0];
    if (!key || !other || !wanted) return ["the facts do not place both options"];
    const isCertain = wanted === "most" ? key.low > other.high : key.high < other.low;
    const { rule, because = [] } = wrong!.certificate ?? {};
    const rests = item.tests.every((id) => because.includes(id)) && because.length === item.tests.length;
    const isDated = testedFacts(base, item)[0]?.value.kind === "date";
    return [
      ...(isCertain ? [] : [`it is not proved that "${right!.text}" has the ${wanted}`]),
      ...(rule === "compared" && rests ? [] : ["the certificate does not rest on both facts"]),
      ...(isDated && doesSeriesTell(item.options.map(({ text }) => text)) ? ["the numbers in the names tell which is later"] : []),
    ];
  },
};

const isRefuted = (base: FactBase, fact: Fact, value: FactValue | undefined) => value !== undefined && "grounds" in refuteValue(base, fact, value);

/** Every prompt goes with its own option and provably with no other. */
export const provenPairs: LintRule = {
  id: "truth/pairs",
  says: "A matching is one to one: each prompt's fact gives its own option, and for each other option there is a proof that it does not go with it.",
  applies: ({ type }) => type === "matching",
  faults(base, item) {
    const prompts = item.prompts ?? [];
    const own = rightPositions(item);
    if (own.length !== prompts.length || new Set(own).size !== own.length) return ["the key does not give each prompt an option of its own"];
    return prompts.flatMap(({ text, entity, fact: id, certificates }, i) => {
      const fact = base.facts.get(id);
      if (!fact || fact.subject !== entity || fact.predicate !== item.predicate || !item.tests.includes(id)) return [`"${text}" does not rest on a tested fact of its own`];
      return item.options.flatMap((option, j) => {
        const value = valueOf(option);
        if (j === own[i]) return isRefuted(base, fact, value) || certificates[j] !== null ? [`"${text}" does not go with "${option.text}"`] : [];
        return isRefuted(base, fact, value) && certificates[j] ? [] : [`it is not proved that "${text}" does not go with "${option.text}"`];
      });
    });
  },
};
