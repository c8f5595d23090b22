import { getFactBase } from "@/lib/content/fact-base";
import { toFeedback } from "@/lib/data/answer-feedback";
import type { Feedback } from "@/lib/grading/feedback";
import type { Response } from "@/lib/grading/grade";
import { gradeResponse } from "@/lib/grading/grade-response";
import { ratingOf } from "@/lib/grading/rating";
import type { Item } from "@/lib/questions/item";
import { toStudyCard } from "@/lib/questions/present";
import type { StudyCard } from "@/lib/questions/study-card";
import { rightResponse, wrongResponse } from "@/tests/support/factories";
import { formNames, itemOfForm } from "@/tests/support/items";

/** A question of one form out of the real bank, with what the real grading says to a right and to a wrong answer. */
export type FormCard = { form: string; card: StudyCard; right: { response: Response; feedback: Feedback }; wrong: { response: Response; feedback: Feedback } };

const base = getFactBase();

function graded(item: Item, response: Response): FormCard["right"] {
  const grade = gradeResponse(base, item, response);
  if (!grade.ok) throw new Error(`${item.id}: ${grade.error}`);
  return { response, feedback: toFeedback(base, { item, response, grade: grade.value, rating: ratingOf(item.type, response, grade.value) }, 4) };
}

function toFormCard(form: string, index: number): FormCard {
  const item = itemOfForm(form);
  const presentationId = `7d5a1a52-6f0a-4c64-9a39-${String(index).padStart(12, "0")}`;
  const card = toStudyCard(base, item, { presentationId, isNew: true });
  const withIntervals = item.type === "flashcard" ? { ...card, intervals: { 1: 0, 2: 1, 3: 4, 4: 15 } } : card;
  return { form, card: withIntervals, right: graded(item, rightResponse(item)), wrong: graded(item, wrongResponse(item)) };
}

export const makeFormCards = (): FormCard[] => formNames.map(toFormCard);
