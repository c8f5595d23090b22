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

const below20 =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const ordinalsBelow20 =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(" ");
const tensWords = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const ones = new Map([...below20, ...ordinalsBelow20].map((word, i) => [word, i % 20]));
const tens = new Map(tensWords.flatMap((word, i) => [[word, (i + 2) * 10], [word.replace(/y$/, "ieth"), (i + 2) * 10]]));
const scales = new Map([["hundred", 100], ["hundredth", 100], ["thousand", 1000], ["thousandth", 1000]]);

/** The number that English words say from `start` on (five, twenty-one, hundredth, two hundred), and how many words it takes; null where there is none. */
export function parseEnglishNumber(words: readonly string[], start: number): { value: number; length: number } | null {
  let at = start;
  let value = 0;
  const ten = tens.get(words[at] ?? "");
  if (ten !== undefined) {
    value = ten;
    at += 1;
    const one = ones.get(words[at] ?? "");
    if (one !== undefined && one > 0 && one < 10) {
      value += one;
      at += 1;
    }
  } else {
    const one = ones.get(words[at] ?? "");
    if (one === undefined && !scales.has(words[at] ?? "")) return null;
    value = one ?? 1;
    if (one !== undefined) at += 1;
  }
  for (let scale = scales.get(words[at] ?? ""); scale !== undefined; scale = scales.get(words[at] ?? "")) {
    value *= scale;
    at += 1;
  }
  return { value, length: at - start };
}
