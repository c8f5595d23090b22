import type { FactBase } from "@/lib/facts/fact-base";
import { generateItemsForFact, type GenerateOptions, type NoItem } from "@/lib/questions/generate";
import type { FactId } from "@/lib/shared/ids";
import { count, countItems, formShares, groupTable, ItemTally, type Made } from "./coverage-tables";
import { wordingGaps } from "./coverage-wordings";
import { noItemWords } from "./no-item-words";

const asksFor = { forward: "the value", inverse: "the subject" } as const;
const directions = ["forward", "inverse"] as const;

const counted = (amount: number, one: string) => `${count(amount)} ${one}${amount === 1 ? "" : "s"}`;
const are = (amount: number) => (amount === 1 ? "is" : "are");
const isAsked = ({ counts }: Made) => counts.size > 0;

function tally(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value, amount]) => `${count(amount).padStart(7)}  ${value}`);
}

/** The reason that a flashcard of the value is missing tells most, since that form asks least. */
function mainReason({ reasons }: Made): string {
  const main = reasons.find(({ form, direction }) => form === "flashcard" && direction === "forward") ?? reasons[0];
  return main ? noItemWords[main.reason] : "";
}

/** The reasons of one direction by form; one that holds for every form is named once. */
function reasonLines(made: readonly Made[], direction: NoItem["direction"]): string[] {
  const lines = made.flatMap(({ reasons }) => {
    const own = reasons.filter((reason) => reason.direction === direction);
    const isGeneral = own.length > 1 && new Set(own.map(({ reason }) => reason)).size === 1;
    return isGeneral ? [`any form: ${noItemWords[own[0]!.reason]}`] : own.map(({ form, reason }) => `${form}: ${noItemWords[reason]}`);
  });
  return tally(lines);
}

/** The forms that a fact lacks, where it has fewer than three: what would have to change for the aims. */
function scarceLines(made: readonly Made[]): string[] {
  const scarce = made.filter((each) => isAsked(each) && each.typesByDirection.size < 3);
  return tally(scarce.map(({ fact, typesByDirection }) => `${fact.predicate}: ${[...typesByDirection].join(", ")}`));
}

const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? ["", title, ...lines] : []);

/** What the bank covers (all of it, or one fact), and why the rest is not asked. */
export function describeCoverage(base: FactBase, { factId, ...options }: GenerateOptions & { factId?: FactId }): string {
  const chosen = factId === undefined ? base.content.facts : base.content.facts.filter((fact) => fact === base.facts.get(factId));
  const items = new ItemTally();
  const made = chosen.map((fact) => {
    const own = generateItemsForFact(base, fact.id, options);
    for (const item of own.items) items.add(item);
    return countItems(fact, own.items, own.reasons);
  });
  const asked = made.filter(isAsked);
  const unasked = made.filter((each) => !isAsked(each));
  const predicates = (facts: readonly Made[]) => new Set(facts.map(({ fact }) => fact.predicate)).size;
  const lines = [
    `Of ${counted(made.length, "fact")}, ${count(asked.length)} ${are(asked.length)} asked, in ${counted(items.total, "item")}; of ${counted(predicates(made), "predicate")}, ${count(predicates(asked))}.`,
    "",
    ...formShares(base, made),
    "",
    ...items.lines(),
    ...section("", groupTable("by predicate", made, ({ fact }) => fact.predicate)).slice(1),
    ...section("", groupTable("by type of subject", made, ({ fact }) => base.entities.get(fact.subject)!.type)).slice(1),
    ...section("Facts with fewer than three forms, by predicate:", scarceLines(made)),
    ...(factId === undefined ? section("Predicates with three facts or more that lack wordings:", wordingGaps(base)) : []),
    ...section(`Why ${counted(unasked.length, "fact")} ${are(unasked.length)} not asked:`, tally(unasked.map(mainReason))),
    ...directions.flatMap((direction) => section(`Why there is no item that asks for ${asksFor[direction]}, by form:`, reasonLines(made, direction))),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}
