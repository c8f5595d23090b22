import { checkClaims } from "./check-claims";
import { checkConsistency } from "./check-consistency";
import { checkDeclarations } from "./check-declarations";
import { checkFact } from "./check-facts";
import { checkPredicates } from "./check-predicates";
import { createFactBase } from "./fact-base";
import type { Fault } from "./fault";
import type { Content } from "./model";

/** Everything that is wrong with the content, in the order of its declarations; none means that it may be asked from. Facts that are broken by themselves are left out of the comparison of facts. */
export function checkContent(content: Content): Fault[] {
  const base = createFactBase(content, "");
  const declarations = [...checkDeclarations(content), ...checkPredicates(base)];
  const sound = [];
  const broken: Fault[] = [];
  for (const fact of content.facts) {
    const faults = checkFact(base, fact);
    if (faults.length === 0) sound.push(fact);
    else broken.push(...faults);
  }
  const comparable = broken.length === 0 ? base : createFactBase({ ...content, facts: sound }, "");
  return [...declarations, ...broken, ...checkConsistency(comparable), ...checkClaims(base, content.claims ?? [])];
}
