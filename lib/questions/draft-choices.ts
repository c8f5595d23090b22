import type { Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import type { Choice } from "./choice";
import { sharedParts } from "./clue";
import { chooseOptions, standsOut, textsBesideKey } from "./choose-options";
import type { Draft } from "./form";
import type { NoItemCode } from "./no-item";
import type { Question } from "./question";
import { isPluralAfter } from "./sentence";
import { keepsBack, type Stem } from "./wording";

type Drawn = { choice: Choice; reason?: NoItemCode };

/** Options beside which the stem keeps the key back and grammar rules nothing out: any, else names that share what the stem says of the key; the reason where there are none. */
function drawFor(question: Question, { text, wording }: Stem, random: (stream: string) => Random): Result<Drawn, NoItemCode> {
  const any = chooseOptions(question, random(String(wording)));
  if (!any.ok) return any;
  if (standsOut(any.value)) return ok({ choice: any.value, reason: "told-by-length" });
  const isFair = (choice: Choice) =>
    !choice.options.some((option, i) => i !== choice.key && isPluralAfter(text, option)) && keepsBack(text, question.answer.text, { others: textsBesideKey(choice) });
  if (isFair(any.value)) return ok({ choice: any.value });
  if (question.answer.entity === undefined) return ok({ choice: any.value, reason: "told-by-wording" });
  const alike = chooseOptions(question, random(`${wording} alike`), sharedParts(question.answer.text, text));
  if (alike.ok && !standsOut(alike.value) && isFair(alike.value)) return ok({ choice: alike.value });
  return ok({ choice: any.value, reason: "told-by-wording" });
}

/** One draft with options of its own for each stem that keeps the key back; an error where options are too few, or every stem or the key's length gives it away. */
export function draftChoices(question: Question, stems: readonly Stem[], random: (stream: string) => Random): Result<Draft[], NoItemCode> {
  const drafts: Draft[] = [];
  const reasons = new Set<NoItemCode>();
  for (const stem of stems) {
    const drawn = drawFor(question, stem, random);
    if (!drawn.ok) return drawn;
    const { choice, reason } = drawn.value;
    if (reason !== undefined) reasons.add(reason);
    else drafts.push({ variant: stem.wording, stem: stem.text, template: stem.template, options: choice.options, key: [choice.key], difficulty: choice.difficulty });
  }
  if (drafts.length > 0) return ok(drafts);
  return err(reasons.has("told-by-length") ? "told-by-length" : "told-by-wording");
}
