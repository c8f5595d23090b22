import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { reasonNotToAsk } from "@/lib/questions/eligibility";
import { forms } from "@/lib/questions/forms/registry";
import type { NoItem } from "@/lib/questions/generate";
import type { Difficulty, Item } from "@/lib/questions/item";

/** What came of one fact: how many items of each form (by name), which ways of asking, and why there are no others. */
export type Made = {
  fact: Fact;
  counts: ReadonlyMap<string, number>;
  types: ReadonlySet<string>;
  typesByDirection: ReadonlySet<string>;
  reasons: readonly NoItem[];
};

const formNames = forms.map((form) => form.name);

export const count = (amount: number) => amount.toLocaleString("en");
const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

/** Counts the items of one fact. */
export function countItems(fact: Fact, items: readonly Item[], reasons: readonly NoItem[]): Made {
  const counts = new Map<string, number>();
  for (const { id } of items) {
    const name = id.split("~")[1]!;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return {
    fact,
    counts,
    reasons,
    types: new Set(items.map(({ type }) => type)),
    typesByDirection: new Set(items.map(({ type, direction }) => `${type} ${direction}`)),
  };
}

function shareLine(made: readonly Made[], what: string, formsOf: (each: Made) => ReadonlySet<string>): string {
  const withAtLeast = (least: number) => percent(made.filter((each) => formsOf(each).size >= least).length, made.length);
  return `  ${what.padEnd(44)}${[1, 2, 3].map((least) => withAtLeast(least).padStart(10)).join("")}`;
}

/** The headline: of the facts that may be asked, how many have at least one, two and three forms. */
export function formShares(base: FactBase, made: readonly Made[]): string[] {
  const askable = made.filter(({ fact }) => reasonNotToAsk(base, fact) === undefined);
  return [
    `${count(askable.length)} of them may be asked. Of these have at least`.padEnd(46) + ["1 form", "2 forms", "3 forms"].map((head) => head.padStart(10)).join(""),
    shareLine(askable, "a form is a type of item", ({ types }) => types),
    shareLine(askable, "a question the other way round counts as well", ({ typesByDirection }) => typesByDirection),
    `  ${"aim".padEnd(44)}${["", "95 %", "80 %"].map((aim) => aim.padStart(10)).join("")}`,
  ];
}

const directions = ["forward", "inverse"] as const;
const difficulties: Difficulty[] = ["easy", "medium", "hard"];

/** Items by form, with what they ask for and how hard they are. */
export class ItemTally {
  readonly #counts = new Map<string, number>();
  total = 0;

  add(item: Item): void {
    const form = item.id.split("~")[1]!;
    for (const column of [item.direction, item.difficulty]) {
      const cell = `${form} ${column}`;
      this.#counts.set(cell, (this.#counts.get(cell) ?? 0) + 1);
    }
    this.total++;
  }

  lines(): string[] {
    const columns = [...directions, ...difficulties];
    const head = ["the value", "the subject", ...difficulties].map((text) => text.padStart(13)).join("");
    const row = (form: string) => columns.map((column) => count(this.#counts.get(`${form} ${column}`) ?? 0).padStart(13)).join("");
    return [`  ${"items that ask for".padEnd(18)}${head}`, ...formNames.map((form) => `  ${form.padEnd(18)}${row(form)}`)];
  }
}

const short = (form: string) => form.split("-").map((word) => word.slice(0, 3)).join("-");

/** A line for each group of facts: how many there are, how many have items, and items by form. */
export function groupTable(title: string, made: readonly Made[], groupOf: (each: Made) => string): string[] {
  const groups = new Map<string, Made[]>();
  for (const each of made) groups.set(groupOf(each), [...(groups.get(groupOf(each)) ?? []), each]);
  const sum = (own: readonly Made[], form: string) => own.reduce((total, { counts }) => total + (counts.get(form) ?? 0), 0);
  const cells = (own: readonly Made[]) => [
    count(own.length).padStart(7),
    count(own.filter(({ counts }) => counts.size > 0).length).padStart(7),
    ...formNames.map((form) => (sum(own, form) === 0 ? "·" : count(sum(own, form))).padStart(9)),
  ];
  const sorted = [...groups].sort(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1));
  return [
    `${title.padEnd(34)}${"facts".padStart(7)}${"asked".padStart(7)}${formNames.map((form) => short(form).padStart(9)).join("")}`,
    ...sorted.map(([name, own]) => `  ${name.padEnd(32)}${cells(own).join("")}`),
  ];
}
