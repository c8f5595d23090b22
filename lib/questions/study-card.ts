import type { MapDrawing } from "@/lib/drawings/map";
import type { VehicleFigures } from "@/lib/drawings/vehicle-figures";
import type { ItemType } from "./item";

/** A source as a learner sees it. */
export type SourceLine = { title: string; kind: string; url?: string; at?: string; credit?: string };

/** The answer side of a card: what is right, the fact in a sentence, and where it is from. `more`: the other facts that it tests, a sentence each; of an order and of pairs all of them, in the order of the answer. */
export type Answer = { text: string; statement: string; more?: string[]; sources: SourceLine[] };

/**
 * What is drawn beside the stem: a rocket from its figures, or a map that is drawn already, since the coasts stay on the server.
 * `marksOptions`: there is a mark for each option, in their order.
 */
export type CardFigure = { kind: "launch-vehicle"; figures: VehicleFigures } | { kind: "map"; drawing: MapDrawing; marksOptions: boolean };

/**
 * An item as the browser gets it in the study session. It carries no key, entity, certificate or seed: the server grades it.
 * A flashcard is rated by the learner, so its back comes along and the flip needs no network.
 */
export type StudyCard = {
  presentationId: string;
  factId: string;
  form: ItemType;
  stem: string;
  /** Texts in the order shown; a response names positions. Empty where the answer is typed or recalled. */
  options: string[];
  /** The left side of a matching. */
  prompts?: string[];
  figure?: CardFigure;
  /** The figure in words, from which the question can be answered as well. */
  described?: string;
  /** What a typed answer should look like: a name, a number (with unit) or a date (to a precision). */
  asks: { kind: "name" | "text" } | { kind: "number"; unit?: string } | { kind: "date"; precision: "day" | "month" | "year" };
  isNew: boolean;
  back?: Answer;
  /** For a flashcard: whole learner's days until the fact comes back after each rating; 0 = again in this session. */
  intervals?: Record<1 | 2 | 3 | 4, number>;
};

/** How a card is answered; the names are those of the kinds of response. */
export type AnswerKind = "choice" | "choices" | "order" | "pairs" | "typed" | "rating";

/** The kind of response that a card takes. */
export function answerKindOf({ form, options, prompts }: Pick<StudyCard, "form" | "options" | "prompts">): AnswerKind {
  if (form === "flashcard") return "rating";
  if (prompts) return "pairs";
  if (form === "ordering") return "order";
  if (form === "multiple-response") return "choices";
  return options.length > 0 ? "choice" : "typed";
}
