const hanDigits = new Map([..."〇一二三四五六七八九"].map((digit, value) => [digit, value]));
hanDigits.set("零", 0).set("两", 2);
const hanUnits = new Map([["十", 10], ["百", 100], ["千", 1000]]);
const hanMyriads = new Map([["万", 10_000], ["亿", 100_000_000]]);
const hanNumeral = /[〇零一二三四五六七八九两十百千万亿]+/gu;

const positional = (run: string) => [...run].reduce((value, digit) => value * 10 + (hanDigits.get(digit) ?? 0), 0);

/** The number that a run of simplified Chinese numerals says, with units (二十一) or digit by digit (二〇〇三); null where it is no number (a lone 千). */
export function parseHanNumeral(run: string): number | null {
  if ([...run].every((character) => hanDigits.has(character))) return run === "" ? null : positional(run);
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of run) {
    const value = hanDigits.get(character);
    const unit = hanUnits.get(character);
    const myriad = hanMyriads.get(character);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (unit !== undefined) {
      if (!digit && character !== "十") return null;
      section += (digit || 1) * unit;
      digit = null;
    } else if (myriad !== undefined) {
      const before = section + (digit ?? 0);
      if (before === 0) return null;
      total = character === "亿" ? (total + before) * myriad : total + before * myriad;
      section = 0;
      digit = null;
    }
  }
  return total + section + (digit ?? 0);
}

/** Writes Chinese numerals as digits, set off by spaces: 长征五号 → 长征 5 号. Expects simplified characters. */
export const writeHanNumeralsAsDigits = (text: string): string =>
  text.replace(hanNumeral, (run) => {
    const value = parseHanNumeral(run);
    return value === null ? run : ` ${value} `;
  });

/** A Roman numeral from I to XXXIX (lower case); null for anything else. L, C, D and M are letters of variants here (Long March 2C). */
export function parseRoman(word: string): number | null {
  const match = /^(x{0,3})(ix|iv|v?i{0,3})$/.exec(word);
  if (!match || word === "") return null;
  const [, tens = "", ones = ""] = match;
  const onesValue = ones === "ix" ? 9 : ones === "iv" ? 4 : ones.startsWith("v") ? 4 + ones.length : ones.length;
  return tens.length * 10 + onesValue;
}
