import { parseEnglishNumber } from "./english-numbers";
import { parseHanNumeral } from "./numerals";
import { simplify } from "./simplify";

/** A number at the start of a text with what follows it, glued to it (5B) or after a space. Several readings where a separator may mean thousands or decimals (1,234). */
export type NumberReading = {
  amounts: number[];
  rest: string;
  isGlued: boolean;
  /** Said as a limit ("at least 8"), which is another answer than 8. */
  isLimit: boolean;
};

type Scanned = Pick<NumberReading, "amounts" | "rest">;

const leadingWords = /^(?:about|around|approximately|approx\.?|roughly|nearly|circa|ca\.|c\.|~|≈|the\b|no\b\.?|number|#|约|大约|近|第)\s*/iu;
const limitWords = /^(?:at least|at most|up to|more than|over|less than|under|better than|no more than|no less than|[<>≤≥]|至少|最多|超过|不少于|不超过|优于)\s*/iu;
const grouped = /^(\d{1,3})(?:([ ,.'’_])\d{3})(?:\2\d{3})*(?:([.,])\d+)?(?!\d)/u;
const plain = /^(?:\d+(?:[.,]\d+)?|\.\d+)(?:[e]([-+]?\d{1,2}))?/u;
const multipliers = new Map([
  ["thousand", 1e3], ["million", 1e6], ["billion", 1e9], ["trillion", 1e12], ["百", 100], ["千", 1000], ["百万", 1e6], ["千万", 1e7], ["万", 1e4], ["亿", 1e8],
]);

function amountsOfGrouped(text: string, separator: string, decimal: string | undefined): number[] {
  if (decimal === separator) return [];
  const whole = Number(text.replaceAll(separator, "").replace(",", "."));
  const isSingle = decimal === undefined && text.split(separator).length === 2;
  const couldBeDecimal = isSingle && (separator === "," || separator === ".");
  if (!couldBeDecimal) return [whole];
  const fraction = Number(text.replace(",", "."));
  return text.startsWith("0") ? [fraction] : [whole, fraction];
}

function readDigits(text: string): Scanned | null {
  const groups = grouped.exec(text);
  if (groups) {
    const amounts = amountsOfGrouped(groups[0], groups[2]!, groups[3]);
    if (amounts.length > 0) return { amounts, rest: text.slice(groups[0].length) };
  }
  const match = plain.exec(text);
  return match ? { amounts: [Number(match[0].replace(",", "."))], rest: text.slice(match[0].length) } : null;
}

function readWords(text: string): Scanned | null {
  const han = /^[〇零一二三四五六七八九两十百千万亿]+/u.exec(text)?.[0];
  const value = han === undefined ? null : parseHanNumeral(han);
  if (han !== undefined && value !== null) return { amounts: [value], rest: text.slice(han.length) };
  const words = text.toLowerCase().split(/[\s-]+/u);
  const english = parseEnglishNumber(words, 0);
  return english ? { amounts: [english.value], rest: words.slice(english.length).map((word) => ` ${word}`).join("") } : null;
}

function multiply({ amounts, rest }: Scanned): Scanned {
  const word = /^\s*([a-z]+|[百千万亿]+)/iu.exec(rest);
  const factor = multipliers.get(word?.[1]?.toLowerCase() ?? "");
  // toPrecision undoes what binary fractions add: 1.1 × 10⁸.
  return word && factor ? { amounts: amounts.map((amount) => Number((amount * factor).toPrecision(15))), rest: rest.slice(word[0].length) } : { amounts, rest };
}

/**
 * Reads the number a text begins with: digits with separators, 12万, "2.5 million", English and Chinese words, 21st; null where it begins with none,
 * and where another number follows (a slot takes one answer). What `isUnit` knows ("billion yuan") is left whole.
 */
export function readNumber(text: string, isUnit: (rest: string) => boolean = () => false): NumberReading | null {
  const typed = simplify(text.normalize("NFKC")).trim().replace(/百分之(.+)$/u, "$1%");
  const whole = typed.replace(limitWords, "").replace(leadingWords, "").replace(/^[−–]/u, "-");
  const sign = /^[-+]/.test(whole) ? whole[0] : "";
  const unsigned = whole.slice(sign!.length).trimStart();
  const number = readDigits(unsigned) ?? readWords(unsigned);
  if (!number) return null;
  const unscaled = { ...number, rest: number.rest.replace(/^(?:st|nd|rd|th)\b/iu, "") };
  const { amounts, rest } = isUnit(unscaled.rest.trim()) ? unscaled : multiply(unscaled);
  if (/^[\s.,;/–-]*\d/u.test(rest)) return null;
  const signed = sign === "-" ? amounts.map((amount) => -amount) : amounts;
  return { amounts: signed, rest: rest.trim().replace(/\.$/, ""), isGlued: /^\S/u.test(rest), isLimit: limitWords.test(typed) };
}
