import { maxTypedLength, type Response } from "@/lib/grading/grade";
import type { Item } from "@/lib/questions/item";
import { answerKindOf, type AnswerKind } from "@/lib/questions/study-card";
import { err, ok, type Result } from "@/lib/shared/result";
import type { OptionId, QuizResponse } from "./exchange";

const isBlank = (response: QuizResponse): boolean => {
  switch (response.kind) {
    case "choice": return false;
    case "choices": return response.options.length === 0;
    case "order": return response.order.length === 0;
    case "pairs": return response.pairs.every((id) => id === null);
    case "typed": return response.text.trim() === "";
  }
};

function inPositions(response: QuizResponse, placeOf: (id: OptionId) => number): Response {
  switch (response.kind) {
    case "choice": return { kind: "choice", option: placeOf(response.option) };
    case "choices": return { kind: "choices", options: response.options.map(placeOf) };
    case "order": return { kind: "order", order: response.order.map(placeOf) };
    case "pairs": return { kind: "pairs", pairs: response.pairs.map((id) => (id === null ? null : placeOf(id))) };
    case "typed": return response;
  }
}

function namedIn(response: QuizResponse): OptionId[] {
  switch (response.kind) {
    case "choice": return [response.option];
    case "choices": return response.options;
    case "order": return response.order;
    case "pairs": return response.pairs.filter((id) => id !== null);
    case "typed": return [];
  }
}

/**
 * What a learner did, in positions of the item's options, which `optionIds` name; null where nothing is answered (nothing ticked, paired or typed).
 * INVALID for an id that is not among them or stands twice, and for a text longer than `maxTypedLength`. Whether the item takes such an answer says `fitsItem`.
 */
export function toResponse(response: QuizResponse | null, optionIds: readonly OptionId[]): Result<Response | null, "INVALID"> {
  if (response === null || isBlank(response)) return ok(null);
  const named = namedIn(response);
  if (new Set(named).size !== named.length || named.some((id) => !optionIds.includes(id))) return err("INVALID");
  if (response.kind === "typed" && response.text.length > maxTypedLength) return err("INVALID");
  return ok(inPositions(response, (id) => optionIds.indexOf(id)));
}

/** What bears on whether an item takes an answer: its form, and how many options and prompts it has; `prompts` is null for one that has none. */
export type AnswerShape = { form: Item["type"]; options: number; prompts: number | null };

export const shapeOf = ({ type, options, prompts }: Item): AnswerShape => ({ form: type, options: options.length, prompts: prompts?.length ?? null });

const blanks = (count: number) => Array<string>(count).fill("");

const kindOf = ({ form, options, prompts }: AnswerShape): AnswerKind => answerKindOf({ form, options: blanks(options), ...(prompts !== null && { prompts: blanks(prompts) }) });

/** Whether an answer is of the kind that an item of that shape takes, with as many parts: all options put in order, or an option or none for each prompt. */
export function fitsShape(shape: AnswerShape, response: Response): boolean {
  if (response.kind !== kindOf(shape)) return false;
  if (response.kind === "order") return response.order.length === shape.options;
  return response.kind !== "pairs" || response.pairs.length === shape.prompts;
}

/** `fitsShape` for an item. */
export const fitsItem = (item: Item, response: Response): boolean => fitsShape(shapeOf(item), response);

/** The opposite of `toResponse`, for an answer that was taken. Throws for a position that has no id, and for a rating, which no quiz has. */
export function toQuizResponse(response: Response, optionIds: readonly OptionId[]): QuizResponse {
  const idOf = (position: number) => {
    const id = optionIds[position];
    if (id === undefined) throw new Error(`No option at ${position}`);
    return id;
  };
  switch (response.kind) {
    case "choice": return { kind: "choice", option: idOf(response.option) };
    case "choices": return { kind: "choices", options: response.options.map(idOf) };
    case "order": return { kind: "order", order: response.order.map(idOf) };
    case "pairs": return { kind: "pairs", pairs: response.pairs.map((position) => (position === null ? null : idOf(position))) };
    case "typed": return response;
    case "rating": throw new Error("A quiz takes no rating.");
  }
}
