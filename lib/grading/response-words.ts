import type { Item } from "@/lib/questions/item";
import type { Response } from "./grade";
import { textsAt } from "./grade-choices";

/** What was answered, in the words of the item; null for a rating, and empty where nothing was given. */
export function responseWords(item: Item, response: Response): string | null {
  switch (response.kind) {
    case "choice": return textsAt(item, [response.option]);
    case "choices": return textsAt(item, response.options);
    case "order": return textsAt(item, response.order);
    case "pairs": return (item.prompts ?? []).map(({ text }, i) => `${text}: ${textsAt(item, [response.pairs[i] ?? -1]) || "–"}`).join("; ");
    case "typed": return response.text.trim();
    case "rating": return null;
  }
}
