import type { Readable } from "node:stream";
import { createTranslator } from "use-intl/core";
import { z } from "zod";
import type { FactBase } from "@/lib/facts/fact-base";
import { maxTypedLength, type Grade } from "@/lib/grading/grade";
import { gradeTyped } from "@/lib/grading/grade-response";
import { itemTypes } from "@/lib/questions/item";
import { asFactId } from "@/lib/shared/ids";
import { err, ok, type Result } from "@/lib/shared/result";
import messages from "@/messages/en/grading.json";
import { readLines } from "./read-lines";

const maxLineBytes = 10_000;

const requestSchema = z.strictObject({
  fact: z.string().min(1).max(200),
  type: z.enum(itemTypes).default("short-answer"),
  direction: z.enum(["forward", "inverse"]).default("forward"),
  typed: z.string(),
});

/** Forms whose answer is one text; for a choice, the text of the option. */
const typedForms: readonly string[] = ["short-answer", "cloze", "numeric", "date", "multiple-choice"];

const translate = createTranslator({ locale: "en", messages: { grading: messages }, namespace: "grading" });

function messageOf(grade: Grade): string {
  const { key, values } = grade.note;
  const note = translate(key as keyof typeof messages, values);
  if (grade.score === 1 || grade.verdict === "ambiguous" || !values.answer) return note;
  return `${note} ${translate("theAnswer", { answer: values.answer })}`;
}

function parseJson(line: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(line));
  } catch {
    return err("not a line of JSON");
  }
}

function gradeLine(base: FactBase, line: string): Result<Grade, string> {
  const json = parseJson(line);
  if (!json.ok) return json;
  const request = requestSchema.safeParse(json.value);
  if (!request.success) return err(request.error.issues.map((issue) => `${issue.path.join(".") || "line"}: ${issue.message}`).join("; "));
  const { fact: factId, type, direction, typed } = request.data;
  if (!typedForms.includes(type)) return err(`answers of type ${type} are not typed; use one of ${typedForms.join(", ")}`);
  const fact = base.facts.get(asFactId(factId));
  if (!fact) return err(`there is no fact "${factId}"`);
  const value = direction === "forward" ? fact.value : ({ kind: "entity", entity: fact.subject } as const);
  const grade = gradeTyped(base, fact.predicate, value, typed);
  if (grade.ok) return grade;
  return err(value.kind === "coordinates" ? "coordinates are not asked by typing" : `"typed" is longer than ${maxTypedLength} characters`);
}

export type GradedLine = { verdict: Grade["verdict"]; score: number; message: string } | { error: string };

/** Grades JSON Lines one by one; a line that cannot be graded gives its number and the reason, and the rest goes on. Empty lines are skipped. */
export async function* gradeLines(base: FactBase, input: Readable): AsyncGenerator<GradedLine> {
  for await (const { number, text } of readLines(input, maxLineBytes)) {
    if (text !== null && text.trim() === "") continue;
    const grade = text === null ? err(`longer than ${maxLineBytes} bytes`) : gradeLine(base, text);
    yield grade.ok
      ? { verdict: grade.value.verdict, score: grade.value.score, message: messageOf(grade.value) }
      : { error: `line ${number}: ${grade.error}` };
  }
}
