import type { Grade } from "./grade";
import { foldCharacters } from "./normalise";

const wordsOf = (text: string) => text.trim().split(/\s+/u);

/** Says where the spelling went wrong: the first word that differs if the words can be paired, else the whole text. */
export function spellingNote(typed: string, right: string, answer: string): Grade["note"] {
  const typedWords = wordsOf(typed);
  const rightWords = wordsOf(right);
  const at =
    typedWords.length === rightWords.length
      ? typedWords.findIndex((word, i) => foldCharacters(word) !== foldCharacters(rightWords[i]!))
      : -1;
  const values = at === -1 ? { typed: typed.trim(), right } : { typed: typedWords[at]!, right: rightWords[at]! };
  return { key: "typo", values: { ...values, answer } };
}
