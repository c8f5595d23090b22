import type { Random } from "@/lib/shared/random";
import { keyOption } from "./choice";
import type { Option } from "./item";
import { wrongAmount } from "./number-choice";
import { provenRivals } from "./proven-rivals";
import type { Question } from "./question";

/** One answer that is proved false, where a choice would need more of them; nothing where there is none. */
export function wrongAnswer(question: Question, random: Random): Option | undefined {
  return question.answer.value?.kind === "quantity" ? wrongAmount(question, random) : provenRivals(question, [keyOption(question)], 1, random)[0];
}
