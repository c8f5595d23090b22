import type { FactBase } from "@/lib/facts/fact-base";
import type { FactValue } from "@/lib/facts/model";
import type { Item } from "@/lib/questions/item";
import type { PredicateId } from "@/lib/shared/ids";
import { err, ok, type Result } from "@/lib/shared/result";
import { gradeChoice, gradeChoices } from "./grade-choices";
import { gradeDate } from "./grade-date";
import { gradeName } from "./grade-name";
import { gradeOrder } from "./grade-order";
import { gradePairs } from "./grade-pairs";
import { gradeQuantity } from "./grade-quantity";
import { gradeBoolean, gradeText } from "./grade-text";
import { maxTypedLength, type Grade, type Response } from "./grade";

/** Grades a typed text against a value of a fact; INVALID for values that are not asked by typing (coordinates) and for an unknown predicate. */
export function gradeValue(base: FactBase, predicateId: PredicateId, value: FactValue, typed: string): Result<Grade, "INVALID"> {
  const predicate = base.predicates.get(predicateId);
  if (!predicate) return err("INVALID");
  switch (value.kind) {
    case "entity": return ok(gradeName(base, value.entity, typed));
    case "quantity": return ok(gradeQuantity(base, predicate, value, typed));
    case "date": return ok(gradeDate(value, typed));
    case "text": return ok(gradeText(value.text, typed));
    case "boolean": return ok(gradeBoolean(value.value, typed));
    case "coordinates": return err("INVALID");
  }
}

/** A text as it is seen: without control and formatting characters (zero-width, direction marks), which copying and keyboards leave behind. */
const visible = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => (/\s/u.test(character) && character !== "\uFEFF" ? " " : "")).trim();

/** Trims and limits a typed answer: INVALID when it is longer than `maxTypedLength`, wrong when nothing is left. */
export function gradeTyped(base: FactBase, predicateId: PredicateId, value: FactValue, text: string): Result<Grade, "INVALID"> {
  const typed = text.length > maxTypedLength ? text.trim() : visible(text);
  if (typed.length > maxTypedLength) return err("INVALID");
  if (typed === "") return ok({ verdict: "wrong", score: 0, note: { key: "empty", values: {} } });
  return gradeValue(base, predicateId, value, typed);
}

function gradeRating(item: Item, rating: number): Result<Grade, "INVALID"> {
  if (item.type !== "flashcard" || ![1, 2, 3, 4].includes(rating)) return err("INVALID");
  return rating === 1
    ? ok({ verdict: "wrong", score: 0, note: { key: "forgotten", values: {} } })
    : ok({ verdict: "exact", score: 1, note: { key: "remembered", values: {} } });
}

function valueOfKey(key: Exclude<Item["key"], number[]>): FactValue {
  if (key.entity !== undefined) return { kind: "entity", entity: key.entity };
  return key.value ?? { kind: "text", text: key.text };
}

/**
 * Grades what a learner did with an item. INVALID: a response of a kind that the item does not take, an option that is not there or given twice,
 * a rating outside 1–4, a text over 200 characters. A flashcard is its learner's word: "again" scores 0, anything better 1.
 */
export function gradeResponse(base: FactBase, item: Item, response: Response): Result<Grade, "INVALID"> {
  switch (response.kind) {
    case "choice": return gradeChoice(item, response.option);
    case "choices": return gradeChoices(base, item, response.options);
    case "order": return gradeOrder(base, item, response.order);
    case "pairs": return gradePairs(item, response.pairs);
    case "rating": return gradeRating(item, response.rating);
    case "typed":
      if (Array.isArray(item.key) || item.type === "flashcard") return err("INVALID");
      return gradeTyped(base, item.predicate, valueOfKey(item.key), response.text);
  }
}
