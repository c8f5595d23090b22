import type { Random } from "@/lib/shared/random";
import { err, type Result } from "@/lib/shared/result";
import type { Choice } from "./choice";
import { chooseAmongDates } from "./date-choice";
import { chooseAmongEntities } from "./entity-choice";
import type { NoItemCode } from "./no-item";
import { chooseAmongNumbers } from "./number-choice";
import { isConspicuous } from "./option-display";
import type { Question } from "./question";
import { chooseAmongTexts } from "./text-choice";

/** The key among two or three options that are proved false, as its kind demands; an error names the reason where there are too few. Names all have the `needed` telling parts. */
export function chooseOptions(question: Question, random: Random, needed: readonly string[] = []): Result<Choice, NoItemCode> {
  const { entity, value } = question.answer;
  if (entity !== undefined) return chooseAmongEntities(question, random, needed);
  switch (value?.kind) {
    case "quantity": return chooseAmongNumbers(question, random);
    case "date": return chooseAmongDates(question, random);
    case "text": return chooseAmongTexts(question, random);
    default: return err("no-options-of-kind");
  }
}

/** The texts of the options beside the key. */
export const textsBesideKey = ({ options, key }: Choice): string[] => options.filter((_, i) => i !== key).map(({ text }) => text);

/** Whether the key is told by its length among names or texts; numbers and dates are as long as they are. */
export function standsOut(choice: Choice): boolean {
  const { text, value } = choice.options[choice.key]!;
  return (value === undefined || value.kind === "text") && isConspicuous(text, textsBesideKey(choice));
}
