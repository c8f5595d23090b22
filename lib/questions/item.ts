import type { Certificate } from "@/lib/facts/certificates";
import type { FactValue } from "@/lib/facts/model";
import type { EntityId, FactId, ItemId, PredicateId } from "@/lib/shared/ids";

export const itemTypes = [
  "multiple-choice", "multiple-response", "true-false", "cloze", "short-answer", "numeric", "date",
  "ordering", "matching", "flashcard", "picture", "map", "comparison", "multi-hop",
] as const;
export type ItemType = (typeof itemTypes)[number];

export type Locale = "en" | "zh";
export type Difficulty = "easy" | "medium" | "hard";

export type Option = {
  text: string;
  entity?: EntityId;
  value?: FactValue;
  /** Absent on the key only. */
  certificate?: Certificate;
};

/** What a right answer is: positions in `options`, or the canonical text with the value behind it. */
export type Key = number[] | { text: string; entity?: EntityId; value?: FactValue };

export type Item = {
  id: ItemId;
  type: ItemType;
  predicate: PredicateId;
  /** forward asks for the value of a fact, inverse for its subject. */
  direction: "forward" | "inverse";
  locale: Locale;
  difficulty: Difficulty;
  stem: string;
  options: Option[];
  key: Key;
  /** The facts whose knowledge it tests. */
  tests: FactId[];
  /** All facts that stem and key together give away. */
  asserts: FactId[];
  /** Which wording was used: `<predicate>/<direction>/<n>`. */
  template: string;
  seed: number;
};
