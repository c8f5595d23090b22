import type { FactBase } from "@/lib/facts/fact-base";
import type { ItemId } from "@/lib/shared/ids";
import type { Item } from "../item";

/** Something that must be so of every item it applies to. Rules share no code with what makes items. */
export type LintRule = {
  /** Unique: `<group>/<name>`. */
  id: string;
  /** The rule in words. */
  says: string;
  applies: (item: Item) => boolean;
  /** What is wrong, in words; empty for a good item. Never throws, whatever the item holds. */
  faults: (base: FactBase, item: Item) => string[];
};

export type LintFault = { rule: string; item: ItemId; problem: string };

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
