import type { Random } from "@/lib/shared/random";
import { err, type Result } from "@/lib/shared/result";
import type { Choice } from "./choice";
import { chooseAmongDates } from "./date-choice";
import { chooseAmongEntities } from "./entity-choice";
import { chooseAmongNumbers } from "./number-choice";
import type { Question } from "./question";
import { chooseAmongTexts } from "./text-choice";

/** Two or three certified distractors beside the key, by the kind of the answer; an error says why there are none. */
export function chooseOptions(question: Question, random: Random): Result<Choice, string> {
  const { entity, value } = question.answer;
  if (entity !== undefined) return chooseAmongEntities(question, random);
  switch (value?.kind) {
    case "quantity": return chooseAmongNumbers(question, random);
    case "date": return chooseAmongDates(question, random);
    case "text": return chooseAmongTexts(question, random);
    default: return err("no options for this kind of value");
  }
}
