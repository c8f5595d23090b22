import { sentenceOf } from "@/lib/facts/render";
import { err, ok, type Result } from "@/lib/shared/result";
import { keyOption } from "../choice";
import type { Draft, Form, FormRequest } from "../form";
import type { Certificate } from "@/lib/facts/certificates";
import type { JudgementCertificate, Option } from "../item";
import type { NoItemCode } from "../no-item";
import { sentencesFor, type SentenceWording } from "../sentence";
import { drawFalseClaim, factAsClaimed } from "../true-false-claim";
import { isShortEnough } from "../wording";

const asClaim = ({ text, entity, value }: Option) => ({ text, ...(entity !== undefined && { entity }), ...(value && { value }) });

function judgements(isTrue: boolean, because: Certificate | JudgementCertificate): Option[] {
  return [{ text: "True", ...(!isTrue && { certificate: because }) }, { text: "False", ...(isTrue && { certificate: because }) }];
}

/** One coin for both directions, which read it opposite ways: two true items of one sentence would be the same item. What is yes or no is claimed to be yes: a "no" would have to be denied. */
function isClaimTrue({ question, sharedRandom }: FormRequest, { wording }: SentenceWording): boolean {
  if (question.fact.value.kind === "boolean") return question.fact.value.value;
  const isHeads = sharedRandom(`coin ${wording}`)() < 0.5;
  return question.direction === "forward" ? isHeads : !isHeads;
}

function draftClaim(request: FormRequest, sentence: SentenceWording): Result<Draft, NoItemCode> {
  const { question, locale, random } = request;
  // Where nothing false can be claimed there is no item, or all of its kind would be true.
  const wrong = drawFalseClaim(question, sentence, locale, random(String(sentence.wording)));
  if (!wrong.ok) return wrong;
  const isTrue = isClaimTrue(request, sentence);
  const claimed = isTrue ? keyOption(question) : wrong.value.option;
  const stem = `True or false? ${sentenceOf(question.base, factAsClaimed(question, claimed), sentence.text, { locale })}`;
  if (!isShortEnough(stem)) return err("long-sentences");
  const because = isTrue ? { rule: "entailed" as const, because: [question.fact.id] } : wrong.value.option.certificate!;
  return ok({
    variant: sentence.wording,
    stem,
    template: sentence.template,
    options: judgements(isTrue, because),
    key: [isTrue ? 0 : 1],
    claim: asClaim(claimed),
    difficulty: wrong.value.difficulty,
  });
}

/** A sentence that says the fact, or the same with another value or subject that is proved wrong; a coin decides. */
export const trueFalse: Form = {
  name: "true-false",
  type: "true-false",
  way: "choose",
  directions: ["forward", "inverse"],
  make(request) {
    const { question, locale, wordings } = request;
    if (question.direction === "inverse" && question.predicate.wording.inverse.en.length === 0) return err("no-wording");
    const sentences = sentencesFor(question, locale);
    if (!sentences.ok) return sentences;
    const drafts = wordings(sentences.value).map((sentence) => draftClaim(request, sentence));
    const made = drafts.flatMap((draft) => (draft.ok ? [draft.value] : []));
    const failed = drafts.find((draft) => !draft.ok);
    return made.length > 0 || !failed || failed.ok ? ok(made) : err(failed.error);
  },
};
