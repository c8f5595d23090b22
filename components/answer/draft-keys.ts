import { clearPrompt, moveTo, pairOption, toggleOption, type Draft, type Order, type Pairs } from "./draft";

const digitOf = (key: string): number | null => (/^[1-9]$/.test(key) ? Number(key) - 1 : null);
const letterOf = (key: string): number | null => (/^[a-i]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - 97 : null);

/** How far a key moves a row. */
export const steps: Partial<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** 1–9 and a–i as positions from 0, if there are as many; null for any other key. */
export function positionOf(key: string, count: number): number | null {
  const position = digitOf(key) ?? letterOf(key);
  return position !== null && position < count ? position : null;
}

/** A number or letter takes a row in hand, the arrows move it. */
function orderOfKey(key: string, response: Order, at: number | null): Draft | null {
  const place = positionOf(key, response.order.length);
  if (place !== null) return { response, at: place };
  const step = steps[key];
  return step !== undefined && at !== null ? moveTo(response, at, at + step) : null;
}

/** A number chooses a prompt, a letter puts an option beside it. */
function pairsOfKey(key: string, response: Pairs, at: number | null, optionCount: number): Draft | null {
  const prompt = digitOf(key);
  if (prompt !== null) return prompt < response.pairs.length ? { response, at: prompt } : null;
  if (at === null) return null;
  if (key === "Backspace" || key === "Delete") return clearPrompt(response, at);
  const option = letterOf(key);
  return option !== null && option < optionCount ? pairOption(response, at, option) : null;
}

/** The answer in the making after a key; null for keys that mean nothing to it. */
export function draftOfKey(key: string, { response, at }: Draft, optionCount: number): Draft | null {
  switch (response.kind) {
    case "choices": {
      const option = positionOf(key, optionCount);
      return option === null ? null : toggleOption(response, option);
    }
    case "order":
      return orderOfKey(key, response, at);
    case "pairs":
      return pairsOfKey(key, response, at, optionCount);
  }
}
