import type { DateValue, Fact } from "@/lib/facts/model";
import { mustNameZone } from "@/lib/facts/dates";
import { blank, sentenceOf } from "@/lib/facts/render";
import type { Random } from "@/lib/shared/random";
import { pick } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import { chooseOptions } from "./choose-options";
import { measureDifficulty } from "./entity-choice";
import type { Difficulty, Locale, Option } from "./item";
import type { Question } from "./question";
import { askedFor, type SentenceWording } from "./sentence";
import { givesAway, keepsBack } from "./wording";

export type FalseClaim = { option: Option; difficulty: Difficulty };

/** A wrong answer that multiple choice would offer and that the rest of the sentence does not expose; an error says why there is none. */
export function drawFalseClaim(question: Question, { text: wording }: SentenceWording, locale: Locale, random: Random): Result<FalseClaim, string> {
  const { base, fact, answer } = question;
  const choice = chooseOptions(question, random);
  if (!choice.ok) return choice;
  const around = sentenceOf(base, fact, wording, { hide: askedFor(question), locale }).replaceAll(blank, " ");
  const wrong = choice.value.options.filter((option, i) => i !== choice.value.key && keepsBack(around, answer.text, { others: [option.text] }));
  if (wrong.length === 0) return err(givesAway);
  const option = pick(random, wrong);
  return ok({ option, difficulty: answer.entity === undefined ? choice.value.difficulty : measureDifficulty(base, answer.entity, [option]) });
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
