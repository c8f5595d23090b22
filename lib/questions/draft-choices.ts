import type { Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { chooseOptions, textsBesideKey } from "./choose-options";
import type { Draft } from "./form";
import type { Question } from "./question";
import { givesAway, keepsBack, type Stem } from "./wording";

/** One draft with options of its own for each stem that keeps the key back; an error where options are too few or every stem gives the key away. */
export function draftChoices(question: Question, stems: readonly Stem[], random: (stream: string) => Random): Result<Draft[], string> {
  const drafts: Draft[] = [];
  for (const { text, template, wording } of stems) {
    const choice = chooseOptions(question, random(String(wording)));
    if (!choice.ok) return choice;
    const { options, key, difficulty } = choice.value;
    if (keepsBack(text, question.answer.text, { others: textsBesideKey(choice.value) })) {
      drafts.push({ variant: wording, stem: text, template, options, key: [key], difficulty });
    }
  }
  return drafts.length > 0 ? ok(drafts) : err(givesAway);
}
