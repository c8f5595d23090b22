import type { Response } from "@/lib/grading/grade";
import { answerKindOf, type StudyCard } from "@/lib/questions/study-card";

export type DraftedResponse = Extract<Response, { kind: "choices" | "order" | "pairs" }>;

/** An answer of several steps in the making. `at`: the place that the next key moves (order), or the prompt that the next option goes to (pairs). */
export type Draft = { response: DraftedResponse; at: number | null };

type Choices = Extract<Response, { kind: "choices" }>;
export type Order = Extract<Response, { kind: "order" }>;
export type Pairs = Extract<Response, { kind: "pairs" }>;

/** The answer before anything is done: options as shown, nothing chosen, the first prompt next. Null for cards that are answered in one step. */
export function beginDraft(card: Pick<StudyCard, "form" | "options" | "prompts">): Draft | null {
  switch (answerKindOf(card)) {
    case "choices":
      return { response: { kind: "choices", options: [] }, at: null };
    case "order":
      return { response: { kind: "order", order: card.options.map((_, position) => position) }, at: null };
    case "pairs":
      return { response: { kind: "pairs", pairs: card.prompts!.map(() => null) }, at: 0 };
    default:
      return null;
  }
}

export function toggleOption({ options }: Choices, option: number): Draft {
  const chosen = options.includes(option) ? options.filter((other) => other !== option) : [...options, option].sort((a, b) => a - b);
  return { response: { kind: "choices", options: chosen }, at: null };
}

/** Moves what stands at one place to another; a place beyond an end is the end. */
export function moveTo({ order }: Order, from: number, to: number): Draft {
  const moved = [...order];
  const [option] = moved.splice(from, 1);
  const place = Math.min(order.length - 1, Math.max(0, to));
  moved.splice(place, 0, option!);
  return { response: { kind: "order", order: moved }, at: place };
}

const nextOpen = (pairs: readonly (number | null)[], after: number) => {
  const places = pairs.map((_, i) => (after + 1 + i) % pairs.length);
  return places.find((place) => pairs[place] === null) ?? after;
};

/** Puts an option beside a prompt, taking it from any other, and goes on to the next open prompt; the same one again takes it away. */
export function pairOption({ pairs }: Pairs, prompt: number, option: number): Draft {
  if (pairs[prompt] === option) return clearPrompt({ kind: "pairs", pairs }, prompt);
  const paired = pairs.map((other, i) => (i === prompt ? option : other === option ? null : other));
  return { response: { kind: "pairs", pairs: paired }, at: nextOpen(paired, prompt) };
}

export const clearPrompt = ({ pairs }: Pairs, prompt: number): Draft => ({
  response: { kind: "pairs", pairs: pairs.map((option, i) => (i === prompt ? null : option)) },
  at: prompt,
});

/** Whether there is anything to check. Any order is an answer. */
export function isReady({ response }: Draft): boolean {
  if (response.kind === "choices") return response.options.length > 0;
  return response.kind === "order" || response.pairs.some((option) => option !== null);
}
