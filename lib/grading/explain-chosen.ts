import type { FactBase } from "@/lib/facts/fact-base";
import type { Item } from "@/lib/questions/item";
import { explainOption } from "@/lib/questions/present";
import type { Feedback } from "./feedback";
import type { Response } from "./grade";

function chosenOptions(response: Response): number[] {
  switch (response.kind) {
    case "choice": return [response.option];
    case "choices": return response.options;
    case "pairs": return response.pairs.filter((option) => option !== null);
    default: return [];
  }
}

/** For each wrong option that was chosen: what it is true of; options of which the facts tell nothing are left out. */
export function explainChosen(base: FactBase, item: Item, response: Response): Feedback["about"] {
  return chosenOptions(response).flatMap((option) => {
    const statement = explainOption(base, item, option);
    return statement === undefined ? [] : { option, statement };
  });
}
