import type { ItemType } from "@/lib/questions/item";
import type { Grade, Response } from "./grade";

export type Rating = 1 | 2 | 3 | 4;

/** A score from here on says that the asked thing was recalled. */
const recalledFrom = 0.6;

/**
 * The FSRS rating (1 again … 4 easy) of a scored answer: a flashcard's own, else 3 for a right one (typing errors included) and 1 for the rest.
 * Of an answer in parts only the part of the first tested fact counts, for that is the fact that is rescheduled: three right pairs say nothing of the fourth.
 * Partly right is 1 and not 2: "hard" is a success to FSRS and would put off a fact whose asked part was not recalled.
 * Throws on an `ambiguous` grade, which is asked again and never rated.
 */
export function ratingOf(type: ItemType, response: Response, grade: Grade): Rating {
  if (grade.verdict === "ambiguous") throw new Error("An ambiguous answer has no rating: ask again");
  if (type === "flashcard" && response.kind === "rating") return response.rating;
  return (grade.isRecalled ?? grade.score >= recalledFrom) ? 3 : 1;
}
