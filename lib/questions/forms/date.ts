import { err } from "@/lib/shared/result";
import type { Form } from "../form";
import { draftTyped } from "../typed-answer";

/** A date is typed, to the precision that the facts know. */
export const date: Form = {
  name: "date",
  type: "date",
  way: "type",
  directions: ["forward"],
  make: (request) => (request.question.answer.value?.kind === "date" ? draftTyped(request) : err("not-date")),
};
