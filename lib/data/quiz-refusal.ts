import "server-only";
import type { Refusal } from "@/lib/quiz/attempt";
import { AppError } from "@/lib/shared/app-error";

const words: Record<Refusal, (number: number) => string> = {
  CLOSED: (number) => `Question ${number} was not saved: this quiz has been handed in.`,
  LATE: (number) => `Question ${number} was not saved: its time was up.`,
  LOCKED: (number) => `Question ${number} has been answered for good.`,
  NOT_OPEN: (number) => `Question ${number} is not open.`,
};

/** What somebody is told whose save or next question was refused. */
export const refused = (refusal: Refusal, position: number): AppError => new AppError("CONFLICT", words[refusal](position + 1));

/** To a tab that another one has taken over from. */
export const heldElsewhere = (): AppError => new AppError("CONFLICT", "This quiz is open in another tab.");
