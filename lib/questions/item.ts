import type { VehicleFigures } from "@/lib/drawings/vehicle-figures";
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

/**
 * Why "True" or "False" is a wrong answer (`entailed`: a fact says so), or why the other of two has less (`compared`: both values are known and disjoint).
 */
export type JudgementCertificate = { rule: "entailed" | "compared"; because: string[] };

export type Option = {
  text: string;
  entity?: EntityId;
  value?: FactValue;
  /** Why it is a wrong answer. Absent on right answers, and where options are arranged rather than chosen (ordering, matching). */
  certificate?: Certificate | JudgementCertificate;
};

/** The left side of a matching: which option it goes with stands in the key, why it goes with no other stands here. */
export type Prompt = {
  text: string;
  entity: EntityId;
  fact: FactId;
  /** One for each option; null for the right one. */
  certificates: (Certificate | null)[];
};

/**
 * What a right answer is. Positions in `options`: the right ones (choice forms), all of them in the right order (ordering), or for
 * each prompt its own (matching). For typed forms and flashcards the canonical text with the value behind it.
 */
export type Key = number[] | { text: string; entity?: EntityId; value?: FactValue };

/** What is drawn beside the stem. It names nothing that the key asks for, so it may go to the browser as it is. */
export type Figure =
  | { kind: "launch-vehicle"; figures: VehicleFigures }
  | { kind: "map"; points: { latitude: number; longitude: number; label?: string }[] };

/** What the difficulty was foreseen from, kept so that it can be recalibrated from answers. All in [0, 1]. */
export type Features = {
  /** The chance of a right answer by guessing. */
  guess: number;
  /** How alike the options are to the key; 0 without options. */
  likeness: number;
  /** How well known the subject is in the base: 1 for what most facts speak of. */
  renown: number;
  /** Facts that must be known: 0 for one, rising towards 1. */
  steps: number;
};

export type Item = {
  id: ItemId;
  type: ItemType;
  predicate: PredicateId;
  /** forward asks for the value of a fact, inverse for its subject. */
  direction: "forward" | "inverse";
  locale: Locale;
  difficulty: Difficulty;
  features: Features;
  stem: string;
  /** What a true/false item claims: the fact's own value, or another. */
  claim?: { text: string; entity?: EntityId; value?: FactValue };
  options: Option[];
  prompts?: Prompt[];
  figure?: Figure;
  /** The figure in words, from which the question can be answered as well. */
  described?: string;
  key: Key;
  /** The facts whose knowledge it tests; the first is the one it was made for. */
  tests: FactId[];
  /** All facts that stem and key together give away. */
  asserts: FactId[];
  /** Which wording was used: `<predicate>/<use>/<n>`. */
  template: string;
  seed: number;
};
