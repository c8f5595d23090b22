import { renderValue } from "@/lib/facts/render";
import type { FactId } from "@/lib/shared/ids";
import { err, ok } from "@/lib/shared/result";
import type { Form } from "../form";
import { factsAnsweringTheSame, otherReadings } from "../known-facts";
import { wordsWithoutHelp } from "../plain-words";
import type { Question, RightAnswer } from "../question";
import { recallDifficulty } from "../recall-difficulty";
import { otherSubjects } from "../typed-answer";
import { stemsKeepingBack } from "../wording";

function joinTexts(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

/** More answers than this cannot be held in mind before the card is turned. */
const mostAnswers = 5;

type Back = { key: RightAnswer; told: FactId[] };

/** The back of the card: every right answer that may be asked, so that a learner who thought of another one is not misled. */
function backOf({ base, fact, direction, answer }: Question): Back {
  const facts = direction === "forward" ? factsAnsweringTheSame(base, fact).filter(({ ask }) => ask === true) : [];
  if (facts.length < 2) return { key: answer, told: [] };
  return { key: { text: joinTexts(facts.map(({ value }) => renderValue(base, value, { bare: true }))) }, told: facts.map(({ id }) => id) };
}

/** A list leaves out what is kept for the record, so only a fact that may be asked is missed in it. */
const mayMeanOther = ({ base, fact, direction }: Question, isList: boolean) =>
  direction === "forward" && otherReadings(base, fact).some(({ ask }) => !isList || ask === true);

/** Front and back; the learner says how well it was remembered. */
export const flashcard: Form = {
  name: "flashcard",
  type: "flashcard",
  way: "recall",
  directions: ["forward", "inverse"],
  make({ question, stems }) {
    const worded = stems();
    if (!worded.ok) return worded;
    const shared = question.direction === "inverse" ? otherSubjects(question) : undefined;
    if (shared !== undefined) return err(shared);
    const { key, told } = backOf(question);
    if (told.length > mostAnswers) return err("many-answers");
    if (mayMeanOther(question, told.length > 0)) return err("other-meaning");
    const fair = stemsKeepingBack(worded.value, key.text, { harmless: wordsWithoutHelp(question) });
    if (!fair.ok) return fair;
    const difficulty = told.length > 0 ? "hard" : recallDifficulty(question);
    return ok(fair.value.map(({ text, template, wording }) => ({ variant: wording, stem: text, template, options: [], key, difficulty, alsoTold: told })));
  },
};
