import type { Random } from "@/lib/shared/random";
import { err, ok, type Result } from "@/lib/shared/result";
import type { Choice } from "../choice";
import { chooseAmongDates } from "../date-choice";
import { chooseAmongEntities } from "../entity-choice";
import type { Draft, Form } from "../form";
import { chooseAmongNumbers } from "../number-choice";
import type { Question } from "../question";
import { chooseAmongTexts } from "../text-choice";
import { givesAway, keepsBack } from "../wording";

function chooseOptions(question: Question, random: Random): Result<Choice, string> {
  const { entity, value } = question.answer;
  if (entity !== undefined) return chooseAmongEntities(question, random);
  switch (value?.kind) {
    case "quantity": return chooseAmongNumbers(question, random);
    case "date": return chooseAmongDates(question, random);
    case "text": return chooseAmongTexts(question, random);
    default: return err("no options for this kind of value");
  }
}

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
