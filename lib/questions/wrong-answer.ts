import type { Random } from "@/lib/shared/random";
import { keyOption, valueDistractor } from "./choice";
import type { Option } from "./item";
import { wrongAmount } from "./number-choice";
import { provenRivals } from "./proven-rivals";
import type { Question } from "./question";

/** One answer that is proved false, where a choice would need more of them; nothing where there is none. A name has the `needed` telling parts. */
export function wrongAnswer(question: Question, random: Random, needed: readonly string[] = []): Option | undefined {
  const { value } = question.answer;
  if (value?.kind === "boolean") return valueDistractor(question, { kind: "boolean", value: !value.value });
  return value?.kind === "quantity" ? wrongAmount(question, random) : provenRivals(question, [keyOption(question)], 1, random, needed)[0];
}
