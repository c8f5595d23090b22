import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { z } from "zod";
import type { FactBase } from "@/lib/facts/fact-base";
import type { FactValue, Predicate } from "@/lib/facts/model";
import { nameOf, renderValue } from "@/lib/facts/render";
import { asFactId } from "@/lib/shared/ids";

/** What a fair teacher would say: full marks, some, "what do you mean?", none. */
export const labels = ["accept", "partial", "again", "reject"] as const;
export type Label = (typeof labels)[number];

const textsByCategory = z.record(z.string(), z.array(z.string()).min(1));
const lengthsByText = z.record(z.string(), z.number().int().positive());
const groupSchema = z.strictObject({
  fact: z.string(),
  direction: z.enum(["forward", "inverse"]).default("forward"),
  accept: textsByCategory.default({}),
  partial: textsByCategory.default({}),
  again: textsByCategory.default({}),
  reject: textsByCategory.default({}),
  huge: z.strictObject({ reject: lengthsByText }).optional(),
});

/** One labelled answer. `answer` is the right one as the app writes it. */
export type TypingRow = { fact: string; predicate: Predicate; value: FactValue; answer: string; typed: string; label: Label; category: string };

function toRows(base: FactBase, group: z.infer<typeof groupSchema>): TypingRow[] {
  const fact = base.facts.get(asFactId(group.fact));
  if (!fact) throw new Error(`The labelled answers speak of a fact that is not there: ${group.fact}`);
  const isForward = group.direction === "forward";
  const value: FactValue = isForward ? fact.value : { kind: "entity", entity: fact.subject };
  const answer = isForward ? renderValue(base, fact.value, { bare: true }) : nameOf(base, fact.subject, { bare: true });
  const row = (typed: string, label: Label, category: string): TypingRow => ({
    fact: group.fact, predicate: base.predicates.get(fact.predicate)!, value, answer, typed, label, category,
  });
  const listed = labels.flatMap((label) => Object.entries(group[label]).flatMap(([category, texts]) => texts.map((text) => row(text, label, category))));
  const huge = Object.entries(group.huge?.reject ?? {}).map(([text, length]) => row(text.repeat(Math.ceil(length / text.length)), "reject", "huge"));
  return [...listed, ...huge];
}

/** The labelled answers of `tests/content/typed-answers.yaml`, one by one. Throws on a malformed file and on an unknown fact. */
export function readTypingRows(base: FactBase): TypingRow[] {
  const groups = z.array(groupSchema).parse(load(readFileSync("tests/content/typed-answers.yaml", "utf8")));
  return groups.flatMap((group) => toRows(base, group));
}
