import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import type { Item } from "../item";
import { mainFact, testedFacts } from "./reading";
import type { LintRule } from "./rule";

/** Superlatives, and words for the first, the only one or the number of all. */
const closedClassWords =
  /\b(?:first|only|last|latest|earliest|how many|most|least|tallest|largest|biggest|heaviest|longest|shortest|fastest|newest|oldest|highest|smallest)\b/giu;

const nameIn = (base: FactBase, id: Fact["subject"]) => base.entities.get(id)?.labels.en ?? "";

/** What the facts of an item say themselves: their names, values and qualifiers, and the sentence of their predicates. */
function statedBy(base: FactBase, fact: Fact): string[] {
  const { subject, value, qualifiers, predicate } = fact;
  const said = value.kind === "entity" ? nameIn(base, value.entity) : value.kind === "text" ? value.text : "";
  const narrowed = Object.entries(qualifiers).flatMap(([id, given]) => [String(given), base.qualifiers.get(id)?.phrases?.[String(given)]?.en ?? ""]);
  return [nameIn(base, subject), said, ...narrowed, base.predicates.get(predicate)?.wording.statement.en ?? ""];
}

function isClosed(base: FactBase, item: Item): boolean {
  const fact = mainFact(base, item);
  const predicate = fact && base.predicates.get(fact.predicate);
  if (!predicate) return true;
  return predicate.functional || predicate.inverseFunctional || predicate.complete !== undefined || testedFacts(base, item).every(({ complete }) => complete);
}

/** "First", "only", "how many" need a fact that says so, or a list that is closed. */
export const closedClasses: LintRule = {
  id: "truth/closed-class",
  says: 'Superlatives and "first", "only", "how many" stand where the facts say them, or over what is declared single or complete.',
  applies: ({ type }) => type !== "comparison" && type !== "ordering",
  faults(base, item) {
    const words = [...item.stem.matchAll(closedClassWords)].map(([word]) => word.toLowerCase());
    if (words.length === 0 || isClosed(base, item)) return [];
    const stated = testedFacts(base, item).flatMap((fact) => statedBy(base, fact)).concat(item.claim?.text ?? "").join(" ").toLowerCase();
    return words.filter((word) => !stated.includes(word)).map((word) => `"${word}" over a list that may not be complete`);
  },
};
