import type { FactBase } from "@/lib/facts/fact-base";
import type { ItemId } from "@/lib/shared/ids";
import type { Item } from "../item";

/** Every rule for a single item: `<group>/<name>`. */
export type RuleId =
  | "truth/settled" | "truth/key" | "truth/query" | "truth/told" | "truth/closed-class"
  | "truth/distractors" | "truth/certificates" | "truth/twins" | "truth/kin" | "truth/echo" | "truth/texts"
  | "truth/dated" | "truth/precision" | "truth/zone"
  | "truth/order" | "truth/compared" | "truth/pairs" | "truth/hops" | "truth/picture" | "truth/map"
  | "options/number" | "options/kind" | "options/format" | "options/ascending" | "options/roundness" | "options/apart"
  | "options/no-all-or-none" | "options/length" | "options/plain-words" | "options/stem-attribute"
  | "stem/one-question" | "stem/clean" | "stem/length" | "stem/self-contained" | "stem/no-clue" | "stem/no-negation" | "stem/articles";

/** What is wrong with an item, in words; `found`: what of its own text that is, where whoever wrote it would look for it. */
export type Problem = string | { says: string; found: string };

/** The problem that this stands in the item. */
export const quoted = (found: string): Problem => ({ says: `"${found}"`, found });

export const wordsOf = (problem: Problem): string => (typeof problem === "string" ? problem : problem.says);

/** Something that must be so of every item it applies to. Rules share no code with what makes items. */
export type LintRule = {
  /** Of one rule only. */
  id: RuleId;
  /** The rule in words. */
  says: string;
  applies: (item: Item) => boolean;
  /** Everything that is wrong; empty for a good item. Never throws, whatever the item holds. */
  faults: (base: FactBase, item: Item) => Problem[];
};

/** `problem`: in words; `found`: as in `Problem`. */
export type LintFault = { rule: RuleId; item: ItemId; problem: string; found?: string };

/** One figure of a bank and the bounds it must keep; `isOutside` where it does not. */
export type Measurement = { what: string; items: number; figure: number; least: number; most: number; isOutside: boolean };

/** Something that must be so of many items together; best over several seeds. */
export type BankRule = {
  id: string;
  says: string;
  measure: (base: FactBase, items: readonly Item[]) => Measurement[];
};

/** What a rule that applies to every item says of `applies`. */
export const always = () => true;
