import type { Grade } from "./grade";
import { allowedTypos } from "./distance";
import { formDistance, readingsOf, readName, type NameForm } from "./name-form";
import { spellingNote } from "./spelling-note";

const right = (verdict: "exact" | "alias", answer: string): Grade => ({ verdict, score: 1, note: { key: verdict, values: { answer } } });
const wrong = (answer: string): Grade => ({ verdict: "wrong", score: 0, note: { key: "wrong", values: { answer } } });

/** Other texts that say the same: without the brackets, Chinese inside brackets, and the town of "Luoyang, Henan". */
function shorterForms(text: string): string[] {
  const unbracketed = text.replace(/\s*[(（][^)）]*[)）]/gu, "").trim();
  const han = /[(（](\p{Script=Han}+)[)）]/u.exec(text)?.[1];
  const town = /^(\p{Lu}[^,\d]{2,}), \p{Lu}[^,]*$/u.exec(unbracketed)?.[1];
  return [unbracketed, han, town].filter((form) => form !== undefined && form !== "" && form !== text) as string[];
}

/** Letters that differ in the closest reading; more than allowed counts as no match (null). */
function typos(readings: readonly NameForm[], text: string): number | null {
  const form = readName(text, "free");
  const limit = form.isHan ? 0 : allowedTypos(form.letters);
  const distances = readings.map((reading, i) => formDistance(reading, form, i === 0 && !reading.isHan ? limit : 0));
  const best = Math.min(...distances.map((distance, i) => (i > 0 && distance > 0 ? Infinity : distance)));
  return best <= limit ? best : null;
}

/** Grades a short free text (a town, a stock code) like a name: numbers exactly, letters with the typing errors its length allows, no other entities. */
export function gradeText(text: string, typed: string): Grade {
  const readings = readingsOf(typed);
  if (readings[0]!.shape === "") return wrong(text);
  const forms = [text, ...shorterForms(text)];
  const exact = forms.findIndex((form) => typos(readings, form) === 0);
  if (exact !== -1) return right(exact === 0 ? "exact" : "alias", text);
  const near = forms.find((form) => typos(readings, form) !== null);
  return near === undefined ? wrong(text) : { verdict: "typo", score: 1, note: spellingNote(typed, near, text) };
}

const yes = new Set(["yes", "y", "true", "是", "对", "對"]);
const no = new Set(["no", "n", "false", "否", "不", "错", "錯"]);

/** Grades a yes or no; anything else is wrong. */
export function gradeBoolean(value: boolean, typed: string): Grade {
  const word = typed.trim().toLowerCase();
  const answer = value ? "yes" : "no";
  return (value ? yes : no).has(word) ? right("exact", answer) : wrong(answer);
}
