import type { FactBase } from "@/lib/facts/fact-base";
import type { Item } from "../item";
import { distinctItems, keyPosition, keyRank, notAlwaysKey } from "./bank-counts";
import { fairCoin, longestKey, medoidKey, shortestKey } from "./bank-shares";
import type { BankRule, Measurement } from "./rule";

/** Every rule for many items together. */
export const bankRules: readonly BankRule[] = [keyPosition, keyRank, longestKey, shortestKey, medoidKey, fairCoin, notAlwaysKey, distinctItems];

export type BankMeasurement = Measurement & { rule: string };

/** What the distribution rules measure in the items (of one seed or several, all of one content), but for what none of the items shows. */
export const lintBank = (base: FactBase, items: readonly Item[]): BankMeasurement[] =>
  bankRules.flatMap((rule) => rule.measure(base, items).filter((each) => each.items > 0).map((each) => ({ rule: rule.id, ...each })));
