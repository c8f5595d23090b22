import type { EntityId } from "@/lib/shared/ids";

/** What a learner did with an item. */
export type Response =
  | { kind: "choice"; option: number }
  /** Several options, in any order. */
  | { kind: "choices"; options: number[] }
  /** All options by position, in the order the learner put them. */
  | { kind: "order"; order: number[] }
  /** For each prompt the option that was put beside it; null for none. */
  | { kind: "pairs"; pairs: (number | null)[] }
  | { kind: "typed"; text: string }
  | { kind: "rating"; rating: 1 | 2 | 3 | 4 };

/** The most characters (UTF-16 units, after trimming) that a typed answer may have. */
export const maxTypedLength = 200;

export const verdicts = ["exact", "alias", "typo", "near", "partial", "ambiguous", "other-entity", "wrong"] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * score is in [0, 1]. `ambiguous` means "ask again": the answer could be read two ways, and nothing is scored.
 * `note` is a key of the message catalogue (`grading.<note>`) with its values.
 */
export type Grade = {
  verdict: Verdict;
  score: number;
  note: { key: string; values: Record<string, string> };
  /** Of an answer in parts that is not wholly right: whether the part of the item's first tested fact was. */
  isRecalled?: boolean;
  /** Of the verdict `other-entity`: the one that was named. */
  named?: EntityId;
};
