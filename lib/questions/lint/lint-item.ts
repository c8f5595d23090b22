import type { FactBase } from "@/lib/facts/fact-base";
import type { Item } from "../item";
import type { LintFault } from "./rule";
import { rules } from "./rules";

/** Everything that is wrong with an item by the rules that apply to it; empty for a good one. */
export function lintItem(base: FactBase, item: Item): LintFault[] {
  return rules
    .filter((rule) => rule.applies(item))
    .flatMap((rule) => rule.faults(base, item).map((problem) => ({ rule: rule.id, item: item.id, problem })));
}
