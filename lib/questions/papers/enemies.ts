import type { FactBase } from "@/lib/facts/fact-base";
import type { Item } from "../item";
import { sidesOf, toldBy, type Name, type Sides, type Told } from "./told";

/** Whether a sentence names both sides of a fact in different places: in "Chang'e-5 left from Wenchang" the series Chang'e is not named besides Chang'e-5. */
function namesBoth(sentence: string, { subject, value }: Sides): boolean {
  const name = subject.find(({ text }) => sentence.includes(text));
  if (name === undefined) return false;
  const rest = sentence.replaceAll(name.text, " | ");
  return value.some(({ text }) => rest.includes(text));
}

const isSaid = ({ words, all }: Told, names: readonly Name[]) => names.some(({ text, word }) => words.has(word) && all.includes(text));

/** Whether what `a` tells contains the answer of `b`: as a fact, or as a sentence that names both sides of a fact that `b` tests. */
function givesAway(base: FactBase, a: Item, b: Item): boolean {
  const told = toldBy(base, a);
  if (b.tests.some((id) => told.facts.has(id))) return true;
  return b.tests.some((id) => {
    const fact = base.facts.get(id);
    if (!fact) return false;
    const sides = sidesOf(base, fact);
    if (!isSaid(told, sides.subject) || !isSaid(told, sides.value)) return false;
    return told.sentences.some((sentence) => namesBoth(sentence, sides));
  });
}

/**
 * Whether two items may not stand in one paper, because one answers the other. By entailment: what an item asserts, or tells in its feedback about wrong options,
 * entails a fact that the other tests (so no fact is tested twice). By text: one sentence of its stem, described figure or feedback names the subject together with
 * the value of such a fact. An option list that merely holds the other's answer among its options tells nothing. Symmetric.
 */
export const areEnemies = (base: FactBase, a: Item, b: Item): boolean => givesAway(base, a, b) || givesAway(base, b, a);
