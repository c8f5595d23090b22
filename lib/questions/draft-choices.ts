import type { Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import type { Choice } from "./choice";
import { sharedParts } from "./clue";
import { chooseOptions, standsOut, textsBesideKey } from "./choose-options";
import type { Draft } from "./form";
import type { Question } from "./question";
import { isPluralAfter } from "./sentence";
import { givesAway, keepsBack, type Stem } from "./wording";

/** The reason that is recorded where no draw of options hides the key. */
export const tellingLength = "the length of the answer tells it from the options that can be proved false";

type Drawn = { choice: Choice; reason?: string };

/** Options beside which the stem keeps the key back and grammar rules nothing out: any, else names that share what the stem says of the key; the reason where there are none. */
function drawFor(question: Question, { text, wording }: Stem, random: (stream: string) => Random): Result<Drawn, string> {
  const any = chooseOptions(question, random(String(wording)));
  if (!any.ok) return any;
  if (standsOut(any.value)) return ok({ choice: any.value, reason: tellingLength });
  const isFair = (choice: Choice) =>
    !choice.options.some((option, i) => i !== choice.key && isPluralAfter(text, option)) && keepsBack(text, question.answer.text, { others: textsBesideKey(choice) });
  if (isFair(any.value)) return ok({ choice: any.value });
  if (question.answer.entity === undefined) return ok({ choice: any.value, reason: givesAway });
  const alike = chooseOptions(question, random(`${wording} alike`), sharedParts(question.answer.text, text));
  if (alike.ok && !standsOut(alike.value) && isFair(alike.value)) return ok({ choice: alike.value });
  return ok({ choice: any.value, reason: givesAway });
}

/** One draft with options of its own for each stem that keeps the key back; an error where options are too few, or every stem or the key's length gives it away. */
export function draftChoices(question: Question, stems: readonly Stem[], random: (stream: string) => Random): Result<Draft[], string> {
  const drafts: Draft[] = [];
  const reasons = new Set<string>();
  for (const stem of stems) {
    const drawn = drawFor(question, stem, random);
    if (!drawn.ok) return drawn;
    const { choice, reason } = drawn.value;
    if (reason !== undefined) reasons.add(reason);
    else drafts.push({ variant: stem.wording, stem: stem.text, template: stem.template, options: choice.options, key: [choice.key], difficulty: choice.difficulty });
  }
  if (drafts.length > 0) return ok(drafts);
  return err(reasons.has(tellingLength) ? tellingLength : givesAway);
}
