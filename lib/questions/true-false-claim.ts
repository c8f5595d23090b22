import { mustNameZone } from "@/lib/facts/dates";
import type { DateValue, Fact } from "@/lib/facts/model";
import { blank, sentenceOf } from "@/lib/facts/render";
import { pick, type Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { sharedParts } from "./clue";
import { chooseOptions } from "./choose-options";
import { measureDifficulty } from "./entity-choice";
import type { Difficulty, Locale, Option } from "./item";
import type { NoItemCode } from "./no-item";
import type { Question } from "./question";
import { askedFor, isPluralAfter, type SentenceWording } from "./sentence";
import { keepsBack } from "./wording";
import { wrongAnswer } from "./wrong-answer";

export type FalseClaim = { option: Option; difficulty: Difficulty };

type Wrong = { options: Option[]; difficulty: Difficulty };

/** Wrong answers for a claim: those that multiple choice would offer, or the only one there is; names have the `needed` telling parts. */
function wrongAnswers(question: Question, random: Random, needed: readonly string[] = []): Result<Wrong, NoItemCode> {
  const choice = chooseOptions(question, random, needed);
  if (choice.ok) return ok({ options: choice.value.options.filter((_, i) => i !== choice.value.key), difficulty: choice.value.difficulty });
  const only = wrongAnswer(question, random, needed);
  return only ? ok({ options: [only], difficulty: "medium" }) : err("nothing-false");
}

/** A wrong answer that the rest of the sentence does not expose: any, else one whose name shares what the sentence says of the right one; an error says why there is none. */
export function drawFalseClaim(question: Question, { text: wording }: SentenceWording, locale: Locale, random: Random): Result<FalseClaim, NoItemCode> {
  const { base, fact, answer } = question;
  const blanked = sentenceOf(base, fact, wording, { hide: askedFor(question), locale });
  const around = blanked.replaceAll(blank, " ");
  const fairOf = ({ options }: Wrong) => options.filter((option) => !isPluralAfter(blanked, option) && keepsBack(around, answer.text, { others: [option.text] }));
  let wrong = wrongAnswers(question, random);
  if (wrong.ok && answer.entity !== undefined && fairOf(wrong.value).length === 0) wrong = wrongAnswers(question, random, sharedParts(answer.text, around));
  if (!wrong.ok) return wrong;
  const fair = fairOf(wrong.value);
  if (fair.length === 0) return err("told-by-wording");
  const option = pick(random, fair);
  return ok({ option, difficulty: answer.entity === undefined ? wrong.value.difficulty : measureDifficulty(base, answer.entity, [option]) });
}

/** A day that names its zone only where it is true would be known by that; so the other one names it as well. */
const inSameZone = (value: DateValue, like: Fact["value"]): DateValue =>
  like.kind === "date" && mustNameZone(like) && like.beijingDate !== undefined && value.timeZone === "UTC" ? { ...value, beijingDate: "0000-01-01" } : value;

/** The fact as the claim has it: with the option in the place of what is asked for. */
export function factAsClaimed({ fact, direction }: Question, { entity, value }: Option): Fact {
  if (direction === "inverse") return entity === undefined ? fact : { ...fact, subject: entity };
  if (entity !== undefined) return { ...fact, value: { kind: "entity", entity } };
  return value === undefined ? fact : { ...fact, value: value.kind === "date" ? inSameZone(value, fact.value) : value };
}
