import { err, ok } from "@/lib/shared/result";
import { chooseOptions } from "../choose-options";
import type { Draft, Form } from "../form";
import { givesAway, keepsBack } from "../wording";

/** One right option among three or four; every other one is proved false. */
export const multipleChoice: Form = {
  name: "multiple-choice",
  type: "multiple-choice",
  way: "choose",
  directions: ["forward", "inverse"],
  make({ question, stems, random }) {
    const worded = stems();
    if (!worded.ok) return worded;
    const drafts: Draft[] = [];
    for (const { text, template, wording } of worded.value) {
      const choice = chooseOptions(question, random(String(wording)));
      if (!choice.ok) return choice;
      const { options, key, difficulty } = choice.value;
      const others = options.filter((_, i) => i !== key).map((option) => option.text);
      if (keepsBack(text, question.answer.text, { others })) drafts.push({ variant: wording, stem: text, template, options, key: [key], difficulty });
    }
    return drafts.length > 0 ? ok(drafts) : err(givesAway);
  },
};
