import { loadContent } from "@/lib/content/load-content";
import type { FactBase } from "@/lib/facts/fact-base";
import { gradeTyped } from "@/lib/grading/grade-response";
import { readTypingRows, type Label, type TypingRow } from "./typing-rows";

/** What a rule makes of a typed answer, in the words of the labels. */
type Rule = (row: TypingRow) => Label;

function ours(base: FactBase): Rule {
  return ({ predicate, value, typed }) => {
    const grade = gradeTyped(base, predicate.id, value, typed);
    if (!grade.ok) return "reject";
    if (grade.value.verdict === "ambiguous") return "again";
    return grade.value.score === 1 ? "accept" : grade.value.score > 0 ? "partial" : "reject";
  };
}

const verdict = (isRight: boolean): Label => (isRight ? "accept" : "reject");

const partsOf = (text: string) => text.toLowerCase().split(",").map((part) => part.trim()).sort();

/** quenti, by its description: an answer is a list with commas, every part must be given, case does not matter. Read in its favour: a part too many is wrong. */
const allParts: Rule = ({ answer, typed }) => verdict(JSON.stringify(partsOf(answer)) === JSON.stringify(partsOf(typed)));

function bigramsOf(text: string): Map<string, number> {
  const bigrams = new Map<string, number>();
  const plain = text.replace(/\s+/g, "").toLowerCase();
  for (let i = 0; i < plain.length - 1; i++) bigrams.set(plain.slice(i, i + 2), (bigrams.get(plain.slice(i, i + 2)) ?? 0) + 1);
  return bigrams;
}

/** The Sørensen–Dice coefficient of two texts' pairs of letters, without spaces, in lower case. */
function diceOf(a: string, b: string): number {
  const [first, second] = [bigramsOf(a), bigramsOf(b)];
  const size = (bigrams: Map<string, number>) => [...bigrams.values()].reduce((sum, count) => sum + count, 0);
  if (size(first) + size(second) === 0) return a === b ? 1 : 0;
  const shared = [...first].reduce((sum, [bigram, count]) => sum + Math.min(count, second.get(bigram) ?? 0), 0);
  return (2 * shared) / (size(first) + size(second));
}

/** scholarsome, by its description: right if the Dice coefficient is above 0.85. */
const similar: Rule = ({ answer, typed }) => verdict(diceOf(answer, typed) > 0.85);

/** What an app does without a rule of its own. */
const equal: Rule = ({ answer, typed }) => verdict(answer.toLowerCase() === typed.trim().toLowerCase());

/** Full marks for what does not deserve them (or half for what deserves none), and the other way round. */
type Errors = { falseAccepts: number; falseRejects: number };

const marks: Record<Label, number> = { accept: 1, partial: 0.5, again: 0, reject: 0 };

/** The other rules know neither half marks nor asking again, so only right answers count as refused by them. */
function countErrors(rows: readonly TypingRow[], rule: Rule, knowsHalves: boolean): Errors {
  const errors = { falseAccepts: 0, falseRejects: 0 };
  for (const row of rows) {
    const given = rule(row);
    if (marks[given] > marks[row.label]) errors.falseAccepts++;
    else if (marks[given] < marks[row.label] && (knowsHalves || row.label === "accept")) errors.falseRejects++;
    else if (knowsHalves && row.label === "again" && given !== "again") errors.falseRejects++;
  }
  return errors;
}

const cell = ({ falseAccepts, falseRejects }: Errors) => `${falseAccepts} / ${falseRejects}`.padStart(16);

/** Prints, by category and in all, how often each rule gives too much and too little; exit code 1 if ours gives too much anywhere. */
export async function runTypingBench(): Promise<number> {
  const loaded = loadContent("content");
  if (!loaded.ok) throw new Error("The content has faults: npm run check-content names them.");
  const rows = readTypingRows(loaded.value);
  const rules: [string, Rule, boolean][] = [["ours", ours(loaded.value), true], ["all parts", allParts, false], ["Dice > 0.85", similar, false], ["equality", equal, false]];
  const printRow = (name: string, some: readonly TypingRow[]) =>
    console.log(name.padEnd(14) + String(some.length).padStart(6) + rules.map(([, rule, knowsHalves]) => cell(countErrors(some, rule, knowsHalves))).join(""));
  console.log("False accepts / false rejects; all parts = quenti's rule, Dice > 0.85 = scholarsome's, both from their description.");
  console.log("category".padEnd(14) + "rows".padStart(6) + rules.map(([name]) => name.padStart(16)).join(""));
  for (const category of [...new Set(rows.map((row) => row.category))].sort()) printRow(category, rows.filter((row) => row.category === category));
  printRow("all", rows);
  const right = rows.filter((row) => row.label === "accept").length;
  console.log(`${right} of ${rows.length} answers are wholly right.`);
  return countErrors(rows, rules[0]![1], true).falseAccepts === 0 ? 0 : 1;
}
