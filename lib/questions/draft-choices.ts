import type { Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { chooseOptions, standsOut, textsBesideKey } from "./choose-options";
import type { Draft } from "./form";
import type { Question } from "./question";
import { isPluralAfter } from "./sentence";
import { givesAway, keepsBack, type Stem } from "./wording";

/** The reason that is recorded where no draw of options hides the key. */
export const tellingLength = "the length of the answer tells it from the options that can be proved false";

/** One draft with options of its own for each stem that keeps the key back; an error where options are too few, or every stem or the key's length gives it away. */
export function draftChoices(question: Question, stems: readonly Stem[], random: (stream: string) => Random): Result<Draft[], string> {
  const drafts: Draft[] = [];
  let hasTellingLength = false;
  for (const { text, template, wording } of stems) {
    const choice = chooseOptions(question, random(String(wording)));
    if (!choice.ok) return choice;
    if (standsOut(choice.value)) {
      hasTellingLength = true;
      continue;
    }
    const { options, key, difficulty } = choice.value;
    if (options.some((option, i) => i !== key && isPluralAfter(text, option))) continue;
    if (keepsBack(text, question.answer.text, { others: textsBesideKey(choice.value) })) {
      drafts.push({ variant: wording, stem: text, template, options, key: [key], difficulty });
    }
  }
  if (drafts.length > 0) return ok(drafts);
  return err(hasTellingLength ? tellingLength : givesAway);
}
