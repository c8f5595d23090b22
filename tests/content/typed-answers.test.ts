import { describe, expect, it } from "vitest";
import { gradeTyped } from "@/lib/grading/grade-response";
import { readTypingRows, type Label, type TypingRow } from "@/scripts/typing-rows";
import { openContent } from "./bank-base";

const base = openContent();
const rows = readTypingRows(base);

/** What the grading makes of a row, in the words of the labels; a text that is too long is refused, which gives no marks either. */
function gradeRow({ predicate, value, typed }: TypingRow): Label {
  const grade = gradeTyped(base, predicate.id, value, typed);
  if (!grade.ok) return "reject";
  const { verdict, score } = grade.value;
  if (verdict === "ambiguous") return "again";
  return score === 1 ? "accept" : score > 0 ? "partial" : "reject";
}

const marks: Record<Label, number> = { accept: 1, partial: 0.5, again: 0, reject: 0 };
const graded = rows.map((row) => ({ ...row, given: gradeRow(row) }));
const describeRow = ({ fact, typed, label, given }: (typeof graded)[number]) => `${fact}: ${JSON.stringify(typed.slice(0, 60))} is ${given}, not ${label}`;

describe("grading the labelled answers", () => {
  it("has enough of them, of every label and in many categories", () => {
    expect(rows.length).toBeGreaterThan(1000);
    for (const label of ["accept", "partial", "again", "reject"]) expect(rows.filter((row) => row.label === label).length).toBeGreaterThan(15);
    expect(new Set(rows.map((row) => row.category)).size).toBeGreaterThan(20);
  });

  it("gives no answer more marks than it deserves", () => {
    expect(graded.filter(({ label, given }) => marks[given] > marks[label]).map(describeRow)).toEqual([]);
  });

  it("gives at most one right answer in a hundred less than it deserves", () => {
    const right = graded.filter(({ label }) => marks[label] > 0);
    const missed = right.filter(({ label, given }) => marks[given] < marks[label]);
    expect(missed.length / right.length, missed.map(describeRow).join("\n")).toBeLessThanOrEqual(0.01);
  });

  it("asks again where an answer can be read two ways, and nowhere else", () => {
    expect(graded.filter(({ label, given }) => (label === "again") !== (given === "again")).map(describeRow)).toEqual([]);
  });
});
