import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { forms } from "@/lib/questions/forms/registry";
import { generateItemsForFact, type FactItems, type GenerateOptions, type NoItem } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import type { FactId } from "@/lib/shared/ids";

type Made = FactItems & { fact: Fact };

const asksFor = { forward: "the value", inverse: "the subject" } as const;
const directions = ["forward", "inverse"] as const;
const formNames = forms.map((form) => form.name);

const count = (amount: number) => amount.toLocaleString("en");
const counted = (amount: number, one: string) => `${count(amount)} ${one}${amount === 1 ? "" : "s"}`;
const are = (amount: number) => (amount === 1 ? "is" : "are");

function tally(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value, amount]) => `${count(amount).padStart(7)}  ${value}`);
}

function itemTable(items: readonly Item[]): string[] {
  const cell = (form: string, direction: NoItem["direction"]) =>
    count(items.filter((item) => item.id.split("~")[1] === form && item.direction === direction).length).padStart(14);
  return [
    `  ${"items that ask for".padEnd(18)}${directions.map((direction) => asksFor[direction].padStart(14)).join("")}`,
    ...formNames.map((form) => `  ${form.padEnd(18)}${directions.map((direction) => cell(form, direction)).join("")}`),
  ];
}

/** The reason that a flashcard of the value is missing tells most, since that form asks least. */
const mainReason = ({ reasons }: Made) =>
  (reasons.find(({ form, direction }) => form === "flashcard" && direction === "forward") ?? reasons[0])?.reason ?? "";

/** The reasons of one direction by form; one that holds for every form is named once. */
function reasonLines(made: readonly Made[], direction: NoItem["direction"]): string[] {
  const lines = made.flatMap(({ reasons }) => {
    const own = reasons.filter((reason) => reason.direction === direction);
    const isGeneral = own.length > 1 && new Set(own.map(({ reason }) => reason)).size === 1;
    return isGeneral ? [`any form: ${own[0]!.reason}`] : own.map(({ form, reason }) => `${form}: ${reason}`);
  });
  return tally(lines);
}

/** What the bank covers (all of it, or one fact), and why the rest is not asked. */
export function describeCoverage(base: FactBase, { factId, ...options }: GenerateOptions & { factId?: FactId }): string {
  const chosen = factId === undefined ? base.content.facts : base.content.facts.filter((fact) => fact === base.facts.get(factId));
  const made = chosen.map((fact) => ({ fact, ...generateItemsForFact(base, fact.id, options) }));
  const asked = made.filter(({ items }) => items.length > 0);
  const unasked = made.filter(({ items }) => items.length === 0);
  const items = asked.flatMap((each) => each.items);
  const predicates = (facts: readonly Made[]) => new Set(facts.map(({ fact }) => fact.predicate)).size;
  const lines = [
    `Of ${counted(made.length, "fact")}, ${count(asked.length)} ${are(asked.length)} asked, in ${counted(items.length, "item")}; of ${counted(predicates(made), "predicate")}, ${count(predicates(asked))}.`,
    "",
    ...itemTable(items),
    "",
    ...(unasked.length > 0 ? [`Why ${counted(unasked.length, "fact")} ${are(unasked.length)} not asked:`, ...tally(unasked.map(mainReason)), ""] : []),
    ...directions.flatMap((direction) => [`Why there is no item that asks for ${asksFor[direction]}, by form:`, ...reasonLines(made, direction), ""]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}
