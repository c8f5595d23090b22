import { randomBelow, type Random } from "@/lib/shared/random";

/** Consonants and digits that look alike in no hand or face, and make no words. */
const symbols = "cdfhjkmprtvwxy23456789";

const [groups, perGroup] = [3, 3];

/** 22 to the power of 9, a little more than 40 bits: at ten tries in a quarter of an hour nobody guesses it. */
const length = groups * perGroup;

const grouped = (plain: string) => Array.from({ length: groups }, (_, i) => plain.slice(i * perGroup, (i + 1) * perGroup)).join("-");

/** A one-time password as it stands on a slip: three groups of three symbols with hyphens between. `random` must not be foreseeable. */
export const makeSlipPassword = (random: Random): string => grouped(Array.from({ length }, () => symbols[randomBelow(random, symbols.length)]).join(""));

/** The password of a slip as it was made, however it was typed: case, spaces and hyphens are forgiven. Null for what stands on no slip. */
export function readSlipPassword(typed: string): string | null {
  const plain = typed.normalize("NFKC").toLowerCase().replace(/[\s\p{Dash_Punctuation}]/gu, "");
  return plain.length === length && [...plain].every((symbol) => symbols.includes(symbol)) ? grouped(plain) : null;
}

/** The names of a pasted list, one a line; empty lines are left out. */
export const namesOf = (text: string): string[] => text.split(/[\r\n]+/u).map((line) => line.trim()).filter((line) => line !== "");

/** How many accounts are made at once, at most. */
export const mostAccounts = 200;
