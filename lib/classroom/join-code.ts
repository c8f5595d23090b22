import { randomBelow, type Random } from "@/lib/shared/random";

/** No vowels, which would make words, and one of each pair that looks or sounds alike: 6 not G, 8 not B, 5 not S, 2 not Z, M not N, V not U; no O, Q, I and L at all. */
const symbols = "CDFHJKMPRTVWXY23456789";

/** 22 to the power of 6: a hundred million, so that guessing within the limits of trying finds none. */
const length = 6;

const lookAlikes: Readonly<Record<string, string>> = { G: "6", B: "8", S: "5", Z: "2", N: "M", U: "V" };

/** A code to join a class by, as it is stored: six symbols. `random` must not be foreseeable. */
export const makeJoinCode = (random: Random): string => Array.from({ length }, () => symbols[randomBelow(random, symbols.length)]).join("");

/** The code as it is shown and read aloud: two groups of three. */
export const showJoinCode = (code: string): string => `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;

/** The code that somebody typed, as it is stored: case, spaces, hyphens and symbols that look or sound alike are forgiven. Null for what can be no code. */
export function readJoinCode(typed: string): string | null {
  const plain = typed.normalize("NFKC").toUpperCase().replace(/[\s\p{Dash_Punctuation}]/gu, "");
  const code = [...plain].map((symbol) => lookAlikes[symbol] ?? symbol);
  return code.length === length && code.every((symbol) => symbols.includes(symbol)) ? code.join("") : null;
}
