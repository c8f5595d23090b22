import type { Form } from "../form";
import { date } from "./date";
import { flashcard } from "./flashcard";
import { multipleChoice } from "./multiple-choice";
import { numeric } from "./numeric";
import { shortAnswer } from "./short-answer";

/** Every form there is; a new one adds its file and a line here. */
export const forms: readonly Form[] = [
  multipleChoice,
  shortAnswer,
  numeric,
  date,
  flashcard,
];
