import type { EvidenceForm } from "./constants";
import type { Evidence } from "./evidence";

/** The forms that questions come in, by the names that items have. */
export const questionTypes = [
  "multiple-choice", "multiple-response", "true-false", "cloze", "short-answer", "numeric", "date",
  "ordering", "matching", "flashcard", "picture", "map", "comparison", "multi-hop",
] as const;
export type QuestionType = (typeof questionTypes)[number];

/** Forms that are weighed as a choice where they have options and as a typed answer where they have none. */
const eitherWay: readonly QuestionType[] = ["picture", "map", "comparison", "multi-hop"];

function formOf(type: QuestionType, hasOptions: boolean): EvidenceForm {
  if (eitherWay.includes(type)) return hasOptions ? "multiple-choice" : "short-answer";
  if (type === "cloze") return hasOptions ? "cloze-bank" : "cloze";
  return type as EvidenceForm;
}

/** How an answer is weighed: by the type of its question and how many options, things to order or pairs there were (none when typed). */
export function evidenceForm(type: QuestionType, count?: number): Pick<Evidence, "form" | "count"> {
  const form = formOf(type, count !== undefined && count > 1);
  return count !== undefined && count > 1 ? { form, count } : { form };
}
