import { soleAnswer } from "@/lib/facts/sole-answer";
import { err } from "@/lib/shared/result";
import { draftChoices } from "../draft-choices";
import type { Form } from "../form";
import { blankedSentences } from "../sentence";

/** A sentence with a blank, to be filled in from three or four options, of which all but the key are proved false. */
export const clozeBank: Form = {
  name: "cloze-bank",
  type: "cloze",
  way: "choose",
  directions: ["forward", "inverse"],
  make({ question, locale, random, wordings }) {
    if (question.direction === "inverse" && !soleAnswer(question.base, question.fact).ok) return err("shared-value");
    const worded = blankedSentences(question, locale);
    return worded.ok ? draftChoices(question, wordings(worded.value), random) : worded;
  },
};
