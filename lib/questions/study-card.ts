import type { MapDrawing } from "@/lib/drawings/map";
import type { VehicleFigures } from "@/lib/drawings/vehicle-figures";
import type { FactPicture } from "@/lib/facts/model";
import type { ItemType } from "./item";

/** A source as a learner sees it. */
export type SourceLine = { title: string; kind: string; url?: string; at?: string; credit?: string };

/** The answer side of a card: what is right, the fact in a sentence, and where it is from. `more`: the other facts that it tests, a sentence each; of an order and of pairs all of them, in the order of the answer. `pictures`: shown, or only told where they are elsewhere. */
export type Answer = { text: string; statement: string; more?: string[]; pictures?: FactPicture[]; sources: SourceLine[] };

/**
 * What is drawn beside the stem: a rocket from its figures, or a map that is drawn already, since the coasts stay on the server.
 * `marksOptions`: there is a mark for each option, in their order.
 */
export type CardFigure = { kind: "launch-vehicle"; figures: VehicleFigures } | { kind: "map"; drawing: MapDrawing; marksOptions: boolean };

/**
 * Why a card comes, and why now. `due`: planned for today or before; `missed`: answered wrongly today; `changed`: its value is another than
 * the one that was learnt; `chosen`: asked for by the learner, though it is not due.
 */
export type CardReason = {
  why: "due" | "new" | "missed" | "changed" | "chosen";
  /** Whole learner's days since it was last answered; absent for a new fact. */
  seenDaysAgo?: number;
  /** Whole learner's days it has waited beyond the day planned; 0 on that day, absent before it. */
  overdueDays?: number;
  /** The chance in [0, 1] of recalling it now, as foretold. */
  recall?: number;
  /** Whole learner's days until it comes back after a right and after a wrong answer (0: again in this session); absent where today's answer no longer counts. */
  next?: { right: number; wrong: number };
  /** A form at random, asked to find out more about the forms. */
  isProbe?: boolean;
};

/** A fact that slips again and again (four lapses or more): facts that are easily taken for it, a sentence each. */
export type Leech = { lapses: number; neighbours: string[] };

/** What is seen of a question before it is answered. */
export type QuestionFace = {
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
};

/**
 * An item as the browser gets it in the study session. It carries no key, entity, certificate or seed: the server grades it.
 * A flashcard is rated by the learner, so its back comes along and the flip needs no network.
 */
export type StudyCard = QuestionFace & {
  presentationId: string;
  factId: string;
  isNew: boolean;
  reason?: CardReason;
  /** What the learner had learnt, in words, where the fact's value is another now. */
  changedFrom?: string;
  /** Shown with the answer only. */
  leech?: Leech;
  /** The learner's own words to remember it by; shown with the answer only. */
  mnemonic?: string;
  back?: Answer;
  /** For a flashcard: whole learner's days until the fact comes back after each rating; 0 = again in this session. */
  intervals?: Record<1 | 2 | 3 | 4, number>;
};

/** How a card is answered; the names are those of the kinds of response. */
export type AnswerKind = "choice" | "choices" | "order" | "pairs" | "typed" | "rating";

/** The kind of response that a card takes. */
export function answerKindOf({ form, options, prompts }: Pick<QuestionFace, "form" | "options" | "prompts">): AnswerKind {
  if (form === "flashcard") return "rating";
  if (prompts) return "pairs";
  if (form === "ordering") return "order";
  if (form === "multiple-response") return "choices";
  return options.length > 0 ? "choice" : "typed";
}
