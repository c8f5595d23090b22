import { err } from "@/lib/shared/result";
import type { Form } from "../form";
import { draftTyped } from "../typed-answer";

/** A name or a short text is typed: the value, or the subject of any fact. Numbers and dates have forms of their own. */
export const shortAnswer: Form = {
  name: "short-answer",
  type: "short-answer",
  way: "type",
  directions: ["forward", "inverse"],
  make(request) {
    const kind = request.question.answer.value?.kind;
    if (kind === "quantity" || kind === "date") return err(kind === "date" ? "has-date-form" : "has-number-form");
    return draftTyped(request);
  },
};
