import type { FactBase } from "@/lib/facts/fact-base";
import type { Item } from "../item";
import { wordsOf, type LintFault, type LintRule, type Problem } from "./rule";
import { rules } from "./rules";

const toFault = ({ id }: LintRule, item: Item, problem: Problem): LintFault => ({
  rule: id, item: item.id, problem: wordsOf(problem), ...(typeof problem !== "string" && { found: problem.found }),
});

/** Everything that is wrong with an item by the rules that apply to it; empty for a good one. */
export function lintItem(base: FactBase, item: Item): LintFault[] {
  return rules
    .filter((rule) => rule.applies(item))
    .flatMap((rule) => rule.faults(base, item).map((problem) => toFault(rule, item, problem)));
}
