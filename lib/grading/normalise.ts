/** Every character that people and keyboards use for the apostrophe of Xi'an; U+02BC and its kin count as letters or marks, so each is named. */
const apostrophes = /[\u0027\u2018\u2019\u201B\u02BC\u02BB\u02B9\u2032\u0060\u00B4\uFF07]/gu;

const spellings = new Map([
  ["centre", "center"],
  ["programme", "program"],
  ["programmes", "programs"],
  ["organisation", "organization"],
  ["corp", "corporation"],
]);

const stripMarks = (text: string) => text.normalize("NFKD").replace(/\p{M}+/gu, "").replace(apostrophes, "");

/**
 * Folds case, width, marks and apostrophes (questions.md §7.1) and keeps everything else, so that numbers and dates can still be read.
 * Marks go before and after lower case, because `İ` grows one there.
 */
export function foldCharacters(text: string): string {
  const plain = stripMarks(text.replace(apostrophes, ""));
  return stripMarks(plain.toLowerCase()).normalize("NFKC");
}

/** The words of a text: folded, dashes and punctuation as gaps, letters split from digits, one spelling for British and American words. */
export function splitWords(text: string): string[] {
  const spaced = foldCharacters(text)
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, "$& ");
  return spaced
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => spellings.get(word) ?? word);
}

/** Without "the" anywhere and without a leading "a" or "an"; later ones may be the letter of a variant (Long March 3 A). Never drops the only word. */
export function dropArticles(words: readonly string[]): string[] {
  const kept = words.filter((word) => word !== "the");
  while (kept.length > 1 && (kept[0] === "a" || kept[0] === "an")) kept.shift();
  return kept.length > 0 ? kept : [...words];
}

/** The form in which typed text and names are compared (questions.md §7.1); applying it twice changes nothing. */
export const normalise = (text: string): string => dropArticles(splitWords(text)).join(" ");

/** The text without what stands in brackets: remarks, dates, other names. */
export const withoutBrackets = (text: string): string => text.replace(/\s*[(（][^)）]*[)）]/gu, "").trim();
