import type { Form } from "../form";
import { comparison } from "./comparison";
import { date } from "./date";
import { flashcard } from "./flashcard";
import { map } from "./map";
import { matching } from "./matching";
import { multiHop } from "./multi-hop";
import { multipleChoice } from "./multiple-choice";
import { multipleResponse } from "./multiple-response";
import { numeric } from "./numeric";
import { ordering } from "./ordering";
import { picture } from "./picture";
import { shortAnswer } from "./short-answer";
import { cloze } from "./cloze";
import { clozeBank } from "./cloze-bank";
import { trueFalse } from "./true-false";

/** Every form there is; a new one adds its file and a line here. */
export const forms: readonly Form[] = [
  multipleChoice,
  multipleResponse,
  trueFalse,
  picture,
  map,
  comparison,
  ordering,
  matching,
  multiHop,
  clozeBank,
  cloze,
  shortAnswer,
  numeric,
  date,
  flashcard,
];
