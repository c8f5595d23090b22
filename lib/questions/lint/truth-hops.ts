import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import type { EntityId } from "@/lib/shared/ids";
import { factsAnswering } from "./query";
import { mainFact, testedFacts } from "./reading";
import type { LintRule } from "./rule";
import { names, says } from "./shown";

/** Whether a hop leads to exactly this entity: as its only value, or as the only subject with its value. */
function leadsTo(base: FactBase, hop: Fact, entity: EntityId, stem: string): boolean {
  if (hop.value.kind === "entity" && hop.value.entity === entity && names(base, stem, hop.subject)) {
    const predicate = base.predicates.get(hop.predicate);
    const answers = factsAnswering(base, hop, "forward");
    const isSingle = predicate?.functional === true || predicate?.complete !== undefined || answers.every(({ complete }) => complete);
    return isSingle && answers.every(({ value }) => value.kind === "entity" && value.entity === entity);
  }
  return hop.subject === entity && says(base, stem, hop.value) && factsAnswering(base, hop, "inverse").every(({ subject }) => subject === entity);
}

/** Every hop is derived anew, and what it leads over stays unnamed. */
export const provenHops: LintRule = {
  id: "truth/hops",
  says: "In several hops each leads to exactly one entity by a fact named in the stem, and that entity is named neither in the stem nor in the options.",
  applies: ({ type }) => type === "multi-hop",
  faults(base, item) {
    const target = mainFact(base, item);
    const hops = testedFacts(base, item).slice(1);
    if (!target || hops.length === 0) return ["it has no hop"];
    const via = item.direction === "forward" ? target.subject : target.value.kind === "entity" ? target.value.entity : undefined;
    if (via === undefined) return ["it hops to no entity"];
    const named = [item.stem, ...item.options.map(({ text }) => text)].filter((text) => names(base, text, via));
    return [
      ...(hops.some((hop) => leadsTo(base, hop, via, item.stem)) ? [] : [`no hop leads to ${via} alone`]),
      ...named.map((text) => `"${text}" names ${via}, over which the question leads`),
    ];
  },
};
