import { err, ok } from "@/lib/shared/result";
import type { Form } from "../form";
import { wordsWithoutHelp } from "../plain-words";
import { recallDifficulty } from "../recall-difficulty";
import { blankedSentences } from "../sentence";
import { reasonNotToType } from "../typed-answer";
import { stemsKeepingBack } from "../wording";

/** A sentence with a blank, to be filled in by typing. */
export const cloze: Form = {
  name: "cloze",
  type: "cloze",
  way: "type",
  directions: ["forward", "inverse"],
  make({ question, locale, wordings }) {
    const reason = reasonNotToType(question);
    if (reason !== undefined) return err(reason);
    const worded = blankedSentences(question, locale);
    if (!worded.ok) return worded;
    const fair = stemsKeepingBack(wordings(worded.value), question.answer.text, { harmless: wordsWithoutHelp(question) });
    if (!fair.ok) return fair;
    const difficulty = recallDifficulty(question);
    return ok(fair.value.map(({ text, template, wording }) => ({ variant: wording, stem: text, template, options: [], key: question.answer, difficulty })));
  },
};
