import type { ItemType } from "./item";

/** A source as a learner sees it. */
export type SourceLine = { title: string; kind: string; url?: string; at?: string; credit?: string };

/** The answer side of a card: what is right, the fact in a sentence, and where it is from. */
export type Answer = { text: string; statement: string; sources: SourceLine[] };

/**
 * An item as the browser gets it in the study session. Choice and typed cards carry no key: the server grades them.
 * A flashcard is rated by the learner, so its back comes along and the flip needs no network.
 */
export type StudyCard = {
  presentationId: string;
  factId: string;
  form: Extract<ItemType, "multiple-choice" | "short-answer" | "flashcard">;
  stem: string;
  /** Texts in the order shown; a response names the position. Empty unless multiple choice. */
  options: string[];
  /** What a typed answer should look like: a name, a number (with unit) or a date (to a precision). */
  asks: { kind: "name" | "text" } | { kind: "number"; unit?: string } | { kind: "date"; precision: "day" | "month" | "year" };
  isNew: boolean;
  back?: Answer;
  /** For a flashcard: whole learner's days until the fact comes back after each rating; 0 = again in this session. */
  intervals?: Record<1 | 2 | 3 | 4, number>;
};
