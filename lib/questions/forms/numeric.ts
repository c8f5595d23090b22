import { err } from "@/lib/shared/result";
import type { Form } from "../form";
import { draftTyped } from "../typed-answer";

/** A number is typed, with or without its unit. */
export const numeric: Form = {
  name: "numeric",
  type: "numeric",
  way: "type",
  directions: ["forward"],
  make: (request) => (request.question.answer.value?.kind === "quantity" ? draftTyped(request) : err("not-number")),
};
