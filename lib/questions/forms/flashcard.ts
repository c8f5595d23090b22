import { renderValue } from "@/lib/facts/render";
import { ok } from "@/lib/shared/result";
import type { Form } from "../form";
import { factsAnsweringTheSame } from "../known-facts";
import type { Question, RightAnswer } from "../question";
import { pickStem } from "../wording";

function joinTexts(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

/** The back of the card: every known right answer, so that a learner who thought of another one is not misled. */
function backOf({ base, fact, direction, answer }: Question): { key: RightAnswer; told: typeof fact.id[] } {
  const facts = direction === "forward" ? factsAnsweringTheSame(base, fact) : [];
  if (facts.length < 2) return { key: answer, told: [] };
  return { key: { text: joinTexts(facts.map(({ value }) => renderValue(base, value, { bare: true }))) }, told: facts.map(({ id }) => id) };
}

/** Front and back; the learner says how well it was remembered. */
export const flashcard: Form = {
  name: "flashcard",
  make({ question, stems, random }) {
    const { key, told } = backOf(question);
    const stem = pickStem(random, stems, key.text, []);
    if (!stem.ok) return stem;
    return ok({ stem: stem.value.text, template: stem.value.template, options: [], key, difficulty: "medium", alsoTold: told });
  },
};
