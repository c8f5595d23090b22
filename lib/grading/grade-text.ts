import type { Grade } from "./grade";
import { readingsOf } from "./name-form";
import { closestName, makeWording, nameRanks } from "./names";
import { withoutBrackets } from "./normalise";
import { spellingNote } from "./spelling-note";

const right = (verdict: "exact" | "alias", answer: string): Grade => ({ verdict, score: 1, note: { key: verdict, values: { answer } } });
const wrong = (answer: string): Grade => ({ verdict: "wrong", score: 0, note: { key: "wrong", values: { answer } } });

/** Other texts that say the same: without the brackets, Chinese inside brackets, and the town of "Luoyang, Henan". */
function shorterForms(text: string): string[] {
  const unbracketed = withoutBrackets(text);
  const han = /[(（](\p{Script=Han}+)[)）]/u.exec(text)?.[1];
  const town = /^(\p{Lu}[^,\d]{2,}), \p{Lu}[^,]*$/u.exec(unbracketed)?.[1];
  return [unbracketed, han, town].filter((form) => form !== undefined && form !== "" && form !== text) as string[];
}

/** Grades a short free text (a town, a stock code) like a name: numbers exactly, letters with the typing errors its length allows, no other entities. */
export function gradeText(text: string, typed: string): Grade {
  const wordings = [makeWording(text, nameRanks.label), ...shorterForms(text).map((form) => makeWording(form, nameRanks.derived))];
  const match = closestName(readingsOf(typed), wordings.filter(({ form }) => form.shape !== ""));
  if (!match) return wrong(text);
  if (match.distance > 0) return { verdict: "typo", score: 1, note: spellingNote(typed, match.name.text, text) };
  return right(match.name.rank === nameRanks.label ? "exact" : "alias", text);
}

const yes = new Set(["yes", "y", "true", "是", "对", "對"]);
const no = new Set(["no", "n", "false", "否", "不", "错", "錯"]);

/** Grades a yes or no; anything else is wrong. */
export function gradeBoolean(value: boolean, typed: string): Grade {
  const word = typed.trim().toLowerCase();
  const answer = value ? "yes" : "no";
  return (value ? yes : no).has(word) ? right("exact", answer) : wrong(answer);
}
