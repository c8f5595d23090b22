import "server-only";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Feedback } from "@/lib/grading/feedback";
import { gradeResponse } from "@/lib/grading/grade-response";
import { gradeText } from "@/lib/grading/grade-text";
import type { Grade, Response } from "@/lib/grading/grade";
import type { Item } from "@/lib/questions/item";
import { explainChosen } from "@/lib/grading/explain-chosen";
import { answerOf, keyTextOf } from "@/lib/questions/present";
import type { Answer } from "@/lib/questions/study-card";
import { AppError } from "@/lib/shared/app-error";

export type Graded = { item: Item; response: Response; grade: Grade; rating: number };

const isTestedKnown = (base: FactBase, item: Item) => item.tests.every((factId) => base.facts.has(factId));

const wrongNote = (item: Item): Grade["note"] => ({ key: "wrong", values: { answer: keyTextOf(item) } });

/** Whether the content still has what an item was made from; it may have been mended since. */
function isStillKnown(base: FactBase, item: Item): boolean {
  const { key, predicate } = item;
  const isKeyKnown = Array.isArray(key) || (base.predicates.has(predicate) && (key.entity === undefined || base.entities.has(key.entity)));
  return isKeyKnown && isTestedKnown(base, item);
}

/** Grades an answer that has just come in. Throws CONFLICT for a question that the content no longer supports, INVALID for an answer of another kind. */
export function gradeGiven(base: FactBase, item: Item, response: Response): Grade {
  if (!isStillKnown(base, item)) {
    throw new AppError("CONFLICT", "This question has been withdrawn. Please go on with the next one.");
  }
  const graded = gradeResponse(base, item, response);
  if (!graded.ok) throw new AppError("INVALID", "This answer does not fit the question.");
  return graded.value;
}

/** A typed answer to a question that the content no longer supports is compared with its key as it was. */
const gradeByKey = ({ key }: Item, response: Response) => (response.kind === "typed" && !Array.isArray(key) ? gradeText(key.text, response.text) : undefined);

/** Grades an answer to a question of a frozen paper, also when the content no longer has what it was made from: options are graded by the item alone. */
export function gradeFrozen(base: FactBase, item: Item, response: Response): Grade {
  const byKey = isStillKnown(base, item) ? undefined : gradeByKey(item, response);
  if (byKey) return byKey;
  const graded = gradeResponse(base, item, response);
  return graded.ok ? graded.value : { verdict: "wrong", score: 0, note: wrongNote(item) };
}

/** The grade of a recorded answer. The log has no note: it is worked out again, unless grading by today's content comes to another verdict. */
export function gradeAgain(base: FactBase, item: Item, response: Response, recorded: Pick<Grade, "verdict" | "score">): Grade {
  const again = isStillKnown(base, item) ? gradeResponse(base, item, response) : undefined;
  if (again?.ok && again.value.verdict === recorded.verdict) return { ...again.value, ...recorded };
  return { ...recorded, note: recorded.verdict === "wrong" ? wrongNote(item) : { key: "theAnswer", values: { answer: keyTextOf(item) } } };
}

/** The answer side; out of the question itself when its fact has left the content. */
function answerSideOf(base: FactBase, item: Item): Answer {
  if (isTestedKnown(base, item)) return answerOf(base, item);
  const text = keyTextOf(item);
  return { text, statement: `${item.stem} ${text}`, sources: [] };
}

/** What wrong options are true of, unless the answer side says it already. */
function aboutChosen(base: FactBase, item: Item, response: Response, { statement, more = [] }: Answer): Feedback["about"] {
  const said = new Set([statement, ...more]);
  return explainChosen(base, item, response).filter((told) => !said.has(told.statement));
}

/** What is told of a question once it is over; `response` is null where it was left blank. */
export function tellAnswer(base: FactBase, item: Item, response: Response | null): Pick<Feedback, "answer" | "about" | "key"> {
  const answer = answerSideOf(base, item);
  return { answer, about: response ? aboutChosen(base, item, response, answer) : [], ...(Array.isArray(item.key) && { key: item.key }) };
}

/** What the learner is told. */
export function toFeedback(base: FactBase, { item, response, grade, rating }: Graded, dueInDays: number): Feedback {
  return { verdict: grade.verdict, isRight: rating > 1, score: grade.score, note: grade.note, dueInDays, ...tellAnswer(base, item, response) };
}

/** What is told about an answer that could be read two ways. The question stays open, so its answer is not given away. */
export const askAgain = ({ verdict, score, note }: Grade, dueInDays: number): Feedback => ({
  verdict, isRight: false, score, note, dueInDays, about: [], answer: { text: "", statement: "", sources: [] },
});
