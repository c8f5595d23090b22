import type { FormName } from "@/lib/facts/model";
import type { Random } from "@/lib/shared/random";
import type { Result } from "@/lib/shared/result";
import type { Item } from "./item";
import type { Question } from "./question";
import type { Stem } from "./wording";

export type FormRequest = {
  question: Question;
  /** The question in words, in every way that fits; never empty. */
  stems: readonly Stem[];
  /** The item's own stream: the same for the same seed and item id. */
  random: Random;
};

/** What a form decides of an item; the rest follows from the fact. */
export type Draft = Pick<Item, "difficulty" | "stem" | "options" | "key" | "template"> & { alsoTold?: Item["asserts"] };

/** A way to ask. `make` gives the reason in words where the fact does not suit the form. */
export type Form = { name: FormName; make: (request: FormRequest) => Result<Draft, string> };
