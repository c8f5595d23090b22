import type { Way } from "@/lib/facts/model";
import type { FactId } from "@/lib/shared/ids";
import type { Random } from "@/lib/shared/random";
import type { Result } from "@/lib/shared/result";
import type { Item, ItemType, Locale } from "./item";
import type { NoItemCode } from "./no-item";
import type { Direction, Question } from "./question";
import type { Stem } from "./wording";

export type FormRequest = {
  question: Question;
  locale: Locale;
  /** The question in words, in every way that fits, never empty; asked for the subject, the error also says where several may share the value. */
  stems: () => Result<readonly Stem[], NoItemCode>;
  /** Those wordings that drafts are made for: all of them, or one where a single item is wanted. `stems` has been through it. */
  wordings: <T>(all: readonly T[]) => readonly T[];
  /** A stream of its own for each name: the same for the same seed, fact, form and direction. */
  random: (name: string) => Random;
  /** The same, but one for both directions of a form, where they have to decide together. */
  sharedRandom: (name: string) => Random;
};

/** What a form decides of an item; the rest follows from the fact. */
export type Draft = Pick<Item, "difficulty" | "stem" | "options" | "key" | "template" | "claim" | "prompts" | "figure" | "described"> & {
  /** Tells the items of one fact, form and direction apart, from 1 (the number of the wording, where that alone does). */
  variant: number;
  /** Facts that must be known besides the one it is made for. */
  alsoTests?: FactId[];
  /** Facts that it gives away besides those that it tests and those that say the same. */
  alsoTold?: FactId[];
};

/** A way to ask. `make` gives one draft for each wording or arrangement (never none), or why the fact does not suit the form. */
export type Form = {
  /** Unique; part of the item's id. */
  name: string;
  type: ItemType;
  way: Way;
  directions: readonly Direction[];
  make: (request: FormRequest) => Result<Draft[], NoItemCode>;
};
