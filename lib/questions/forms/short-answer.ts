import { parseEdtf } from "@/lib/facts/dates";
import type { FactValue } from "@/lib/facts/model";
import { soleAnswer } from "@/lib/facts/sole-answer";
import { err, ok } from "@/lib/shared/result";
import type { Form } from "../form";
import { factsAnsweringTheSame } from "../known-facts";
import { isPhrase } from "../phrase";
import { wordsWithoutHelp } from "../plain-words";
import type { Question } from "../question";
import { stemsKeepingBack } from "../wording";

/** Why a value cannot be asked for in typed words. */
function untypable(value: FactValue | undefined): string | undefined {
  if (value?.kind === "boolean" || value?.kind === "coordinates") return "not a value that people type";
  if (value?.kind === "text" && isPhrase(value.text)) return "a phrase, which can be said in many ways";
  if (value?.kind === "date" && !parsesExactly(value.edtf)) return "an approximate date";
  if (value?.kind === "quantity" && value.bound && value.bound !== "about" && value.bound !== "nearly") return "a bound, not an amount";
  return undefined;
}

function parsesExactly(edtf: string): boolean {
  const parsed = parseEdtf(edtf);
  return parsed.ok && !parsed.value.isApproximate;
}

/** Why a question for the subject has, or may have, more right answers: months, years and amounts are shared by things that the facts do not list. */
function otherSubjects({ base, fact }: Question): string | undefined {
  const sole = soleAnswer(base, fact);
  const isDeclared = sole.ok && sole.value.proof === "declared";
  const isCommon = fact.value.kind === "quantity" || (fact.value.kind === "date" && fact.value.precision !== "day");
  return isCommon && !isDeclared ? "subjects that are not on record may share the value" : undefined;
}

/** Why a question for the value has, or may have, more right answers than its key. */
function otherValues({ base, fact, predicate }: Question): string | undefined {
  if (factsAnsweringTheSame(base, fact).length > 1) return "several right answers";
  const isSole = predicate.functional || predicate.complete !== undefined || fact.complete;
  return isSole ? undefined : "there may be right answers that are not on record";
}

/** The answer is typed and graded by its kind. */
export const shortAnswer: Form = {
  name: "short-answer",
  type: "short-answer",
  way: "type",
  directions: ["forward", "inverse"],
  make({ question, stems }) {
    const worded = stems();
    if (!worded.ok) return worded;
    const reason = untypable(question.answer.value) ?? (question.direction === "forward" ? otherValues(question) : otherSubjects(question));
    if (reason !== undefined) return err(reason);
    const fair = stemsKeepingBack(worded.value, question.answer.text, { harmless: wordsWithoutHelp(question) });
    if (!fair.ok) return fair;
    return ok(fair.value.map(({ text, template, wording }) => ({ variant: wording, stem: text, template, options: [], key: question.answer, difficulty: "hard" })));
  },
};
