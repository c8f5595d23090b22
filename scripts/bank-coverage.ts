import type { FactBase } from "@/lib/facts/fact-base";
import { generateItemsForFact, type GenerateOptions } from "@/lib/questions/generate";
import type { FactId } from "@/lib/shared/ids";

function countBy(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** What the bank covers (all of it, or one fact), and why the rest is not asked. */
export function printCoverage(base: FactBase, { factId, ...options }: GenerateOptions & { factId?: FactId }): void {
  const chosen = factId === undefined ? base.content.facts : base.content.facts.filter((fact) => fact === base.facts.get(factId));
  const facts = chosen.map((fact) => ({ fact, ...generateItemsForFact(base, fact.id, options) }));
  const asked = facts.filter(({ items }) => items.length > 0);
  const items = asked.flatMap((made) => made.items);
  const lines = [
    `facts: ${facts.length}`,
    `facts with items: ${asked.length}`,
    `predicates: ${base.predicates.size}`,
    `predicates with items: ${new Set(asked.map(({ fact }) => fact.predicate)).size}`,
    `items: ${items.length}`,
    ...countBy(items.map((item) => `${item.type}, ${item.direction}`)).map(([kind, count]) => `  ${count}  ${kind}`),
    "no item, by reason (form and direction counted separately):",
    ...countBy(facts.flatMap(({ reasons }) => reasons.map(({ form, direction, reason }) => `${form}, ${direction}: ${reason}`))).map(
      ([reason, count]) => `  ${count}  ${reason}`,
    ),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
