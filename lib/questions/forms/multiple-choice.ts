import { draftChoices } from "../draft-choices";
import type { Form } from "../form";

/** One right option among three or four; every other one is proved false. */
export const multipleChoice: Form = {
  name: "multiple-choice",
  type: "multiple-choice",
  way: "choose",
  directions: ["forward", "inverse"],
  make({ question, stems, random }) {
    const worded = stems();
    return worded.ok ? draftChoices(question, worded.value, random) : worded;
  },
};
