import { alignmentDistance } from "./distance";
import { dropArticles, foldCharacters, splitWords } from "./normalise";
import { parseEnglishNumber } from "./english-numbers";
import { parseRoman, writeHanNumeralsAsDigits } from "./numerals";
import { simplify } from "./simplify";

/**
 * A name as it is compared. `shape` is what must match exactly: numbers and the letters of variants, with `~` for each stretch of words.
 * `words` are those stretches without spaces, where letters may be mistyped; `parts` are the single words in them.
 */
export type NameForm = { shape: string; words: string[]; parts: string[]; letters: number; isHan: boolean };

/** `free` reads V as 5 and drops articles; `literal` takes the words as they stand (pinyin "ba xi" is no 11). */
export type Reading = "free" | "literal";

const hanVariants: Record<string, string> = { 甲: "a", 乙: "b", 丙: "c", 丁: "d", 戊: "e" };

/** Han text as it is compared: simplified, numerals as digits, 号 of a designation dropped, 甲 after a number as A. */
function foldHan(text: string): string {
  const digits = writeHanNumeralsAsDigits(simplify(text));
  return digits
    .replace(/(\d)\s*号/gu, "$1 ")
    .replace(/号(?!\p{L})/gu, " ")
    .replace(/(\d)\s*([甲乙丙丁戊])(?!\p{Script=Han})/gu, (_, digit: string, stem: string) => `${digit} ${hanVariants[stem]}`);
}

const isNumber = (word: string | undefined) => word !== undefined && /^\d+$/.test(word);
const canonicalNumber = (digits: string) => digits.replace(/^0+(?=\d)/, "");

function withNumbers(words: readonly string[], reading: Reading): string[] {
  const result: string[] = [];
  for (let i = 0; i < words.length; ) {
    const word = words[i]!;
    const english = parseEnglishNumber(words, i);
    const roman = reading === "free" && i > 0 && !isNumber(words[i - 1]) ? parseRoman(word) : null;
    if (english) result.push(String(english.value));
    else if (roman !== null) result.push(String(roman));
    else result.push(isNumber(word) ? canonicalNumber(word) : word);
    i += english?.length ?? 1;
  }
  return result;
}

/** Reads a name; see `NameForm`. Never fails: text without letters or digits has an empty shape. */
export function readName(text: string, reading: Reading): NameForm {
  const folded = foldCharacters(text);
  const isHan = /\p{Script=Han}/u.test(folded);
  const split = splitWords(isHan ? foldHan(folded) : folded);
  const parts = withNumbers(reading === "free" ? dropArticles(split) : split, reading);
  const shape: string[] = [];
  const words: string[] = [];
  const letterParts: string[] = [];
  let isAfterNumber = false;
  for (const part of parts) {
    if (isNumber(part)) {
      shape.push(part);
      isAfterNumber = true;
    } else if (isAfterNumber && /^(st|nd|rd|th|hao)$/.test(part)) {
      continue;
    } else if (isAfterNumber && /^[a-z]{1,2}$/.test(part)) {
      shape.push(part);
    } else {
      letterParts.push(part);
      if (shape.at(-1) === "~") words[words.length - 1] += part;
      else {
        shape.push("~");
        words.push(part);
      }
      isAfterNumber = false;
    }
  }
  return { shape: shape.join(" "), words, parts: letterParts, letters: [...words.join("")].length, isHan };
}

/** What forms that are equal letter by letter have in common. */
export const formKey = (form: NameForm): string => `${form.shape}|${form.words.join("|")}`;

/** Both readings of a text, the free one first; one only where they agree. */
export function readingsOf(text: string): NameForm[] {
  const free = readName(text, "free");
  const literal = readName(text, "literal");
  return formKey(free) === formKey(literal) ? [free] : [free, literal];
}

/** Letters that differ between two forms; `limit + 1` where they differ by more, in a number or in a variant's letter. */
export function formDistance(a: NameForm, b: NameForm, limit: number): number {
  if (a.shape !== b.shape) return limit + 1;
  let total = 0;
  for (const [i, word] of a.words.entries()) {
    total += alignmentDistance(word, b.words[i]!, limit - total);
    if (total > limit) return limit + 1;
  }
  return total;
}
