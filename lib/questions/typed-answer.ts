import { parseEdtf } from "@/lib/facts/dates";
import type { FactValue } from "@/lib/facts/model";
import { soleAnswer } from "@/lib/facts/sole-answer";
import { err, ok, type Result } from "@/lib/shared/result";
import type { Draft, FormRequest } from "./form";
import { factsAnsweringTheSame, otherReadings } from "./known-facts";
import type { NoItemCode } from "./no-item";
import { isPhrase } from "./phrase";
import { wordsWithoutHelp } from "./plain-words";
import type { Question } from "./question";
import { recallDifficulty } from "./recall-difficulty";
import { stemsKeepingBack } from "./wording";

function parsesExactly(edtf: string): boolean {
  const parsed = parseEdtf(edtf);
  return parsed.ok && !parsed.value.isApproximate;
}

/** Why a value cannot be asked for in typed words. */
function untypable(value: FactValue | undefined): NoItemCode | undefined {
  if (value?.kind === "boolean" || value?.kind === "coordinates") return "untypable";
  if (value?.kind === "text" && isPhrase(value.text)) return "typed-phrase";
  if (value?.kind === "date" && !parsesExactly(value.edtf)) return "approximate-date";
  if (value?.kind === "quantity" && value.bound && value.bound !== "about" && value.bound !== "nearly") return "bound";
  return undefined;
}

/** Why a question for the subject, without options, has or may have more right answers: what is known of our subjects says nothing of the rest of the world. */
export function otherSubjects({ base, fact }: Question): NoItemCode | undefined {
  const sole = soleAnswer(base, fact);
  if (!sole.ok) return "shared-value";
  return sole.value.proof === "declared" ? undefined : "unrecorded-subjects";
}

/** Why a question for the value has, or may have, more right answers than its key. */
function otherValues({ base, fact, predicate }: Question): NoItemCode | undefined {
  if (factsAnsweringTheSame(base, fact).length > 1 || otherReadings(base, fact).length > 0) return "several-answers";
  const isSole = predicate.functional || predicate.complete !== undefined || fact.complete;
  return isSole ? undefined : "unrecorded-answers";
}

/** Why an answer cannot be typed and graded against the one key; nothing where it can. */
export const reasonNotToType = (question: Question): NoItemCode | undefined =>
  untypable(question.answer.value) ?? (question.direction === "forward" ? otherValues(question) : otherSubjects(question));

/** One draft with a typed answer for each wording that keeps it back; an error where the answer cannot be graded against one key. */
export function draftTyped({ question, stems }: FormRequest): Result<Draft[], NoItemCode> {
  const worded = stems();
  if (!worded.ok) return worded;
  const reason = reasonNotToType(question);
  if (reason !== undefined) return err(reason);
  const fair = stemsKeepingBack(worded.value, question.answer.text, { harmless: wordsWithoutHelp(question) });
  if (!fair.ok) return fair;
  const difficulty = recallDifficulty(question);
  return ok(fair.value.map(({ text, template, wording }) => ({ variant: wording, stem: text, template, options: [], key: question.answer, difficulty })));
}
