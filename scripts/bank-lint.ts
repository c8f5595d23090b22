import type { FactBase } from "@/lib/facts/fact-base";
import { generateBank, type BankOptions } from "@/lib/questions/generate";
import type { Item, ItemType } from "@/lib/questions/item";
import { lintBank, type BankMeasurement } from "@/lib/questions/lint/lint-bank";
import { wordsOf, type LintRule } from "@/lib/questions/lint/rule";
import { rules } from "@/lib/questions/lint/rules";

type RuleTally = { rule: LintRule; checked: number; faulty: number; examples: string[] };

/** What a run of the linter found; `isClean` if it found nothing wrong. */
export type LintReport = { text: string; isClean: boolean };

type LintRequest = Omit<BankOptions, "limit"> & { seeds: number };

const mostExamples = 3;

/** Forms whose items have nothing that is drawn by lot, or only an order that is no key. */
const withoutLot: readonly ItemType[] = ["short-answer", "numeric", "date", "flashcard", "ordering", "matching"];

const count = (amount: number) => amount.toLocaleString("en");

function check(base: FactBase, tallies: readonly RuleTally[], item: Item): void {
  for (const tally of tallies) {
    if (!tally.rule.applies(item)) continue;
    tally.checked++;
    const problems = tally.rule.faults(base, item);
    if (problems.length === 0) continue;
    tally.faulty++;
    if (tally.examples.length < mostExamples) tally.examples.push(`${item.id} (seed ${item.seed}): ${problems.map(wordsOf).join("; ")}`);
  }
}

function ruleLines({ rule, checked, faulty, examples }: RuleTally): string[] {
  return [`${rule.id.padEnd(22)}${count(checked).padStart(10)}${count(faulty).padStart(8)}  ${rule.says}`, ...examples.map((example) => `    ${example}`)];
}

const figureOf = (figure: number) => (Number.isInteger(figure) ? String(figure) : figure.toFixed(figure < 1 ? 4 : 2));

function measurementLine({ rule, what, items, figure, least, most, isOutside }: BankMeasurement): string {
  const bounds = least === 0 ? `at most ${figureOf(most)}` : `${figureOf(least)} to ${figureOf(most)}`;
  return `${rule.padEnd(22)}${count(items).padStart(10)}${figureOf(figure).padStart(10)}  ${bounds.padEnd(18)}  ${isOutside ? "OUTSIDE  " : ""}${what}`;
}

/** Makes and lints the bank for `seeds` seeds from `seed` on, and measures the distribution over all of them. */
export function lintSeeds(base: FactBase, { seeds, seed, ...options }: LintRequest): LintReport {
  const tallies: RuleTally[] = rules.map((rule) => ({ rule, checked: 0, faulty: 0, examples: [] }));
  const drawn: Item[] = [];
  const types = new Set<ItemType>();
  for (let each = seed; each < seed + seeds; each++) {
    for (const item of generateBank(base, { ...options, seed: each })) {
      check(base, tallies, item);
      types.add(item.type);
      if (!withoutLot.includes(item.type)) drawn.push(item);
    }
  }
  const measured = lintBank(base, drawn);
  const [faulty, outside] = [tallies.filter((tally) => tally.faulty > 0).length, measured.filter(({ isOutside }) => isOutside).length];
  const lines = [
    `${count(tallies[0]!.checked)} items of ${types.size} types, ${seeds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + seeds - 1}`}`,
    "",
    `${"rule".padEnd(22)}${"items".padStart(10)}${"faults".padStart(8)}`,
    ...tallies.flatMap(ruleLines),
    "",
    `${"distribution".padEnd(22)}${"items".padStart(10)}${"figure".padStart(10)}  bounds`,
    ...measured.map(measurementLine),
    "",
    faulty + outside === 0 ? "No faults." : `${faulty} of ${rules.length} rules are broken by items, ${outside} figures lie outside of their bounds.`,
  ];
  return { text: `${lines.join("\n")}\n`, isClean: faulty + outside === 0 };
}
