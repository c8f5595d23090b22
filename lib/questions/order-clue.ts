import type { FactBase } from "@/lib/facts/fact-base";
import { findUnit } from "@/lib/facts/quantities";

const ordinal = /\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b/g;

type NameParts = { words: ReadonlySet<string>; series: readonly string[] };

/** There are as many entries as entities have names, and each is compared with hundreds of others. */
const partsByName = new Map<string, NameParts>();

/** The words of a name, and what is counted in it: the word before each number, and the name around an ordinal. */
function partsOf(name: string): NameParts {
  const known = partsByName.get(name);
  if (known) return known;
  const plain = name.normalize("NFKC").toLowerCase();
  const numbered = [...plain.matchAll(/(\p{L}+)[\s-]*\d/gu)].map(([, word]) => word!);
  const around = plain.replace(ordinal, "#");
  const parts = { words: new Set(plain.match(/\p{L}+/gu) ?? []), series: around === plain ? numbered : [...numbered, around] };
  partsByName.set(name, parts);
  return parts;
}

const isOfSeries = ({ words, series }: NameParts, other: NameParts) => other.series.some((counted) => words.has(counted) || series.includes(counted));

/** Whether names tell which of the dates behind them is earlier: one holds a year, or two are of one numbered series ("Shenzhou 5", "Shenzhou 9"; "Yutu", "Yutu-2"). */
export function namesTellDates(names: readonly string[]): boolean {
  if (names.some((name) => /(?<!\d)(?:1[89]|20)\d\d(?!\d)/.test(name))) return true;
  const parts = names.map(partsOf);
  return parts.some((one, i) => parts.slice(i + 1).some((other) => isOfSeries(one, other) || isOfSeries(other, one)));
}

/** Whether the first numbers in the names, given in the order of their amounts, all rise or all fall with them. */
export function numbersFollow(names: readonly string[]): boolean {
  const numbers = names.map((name) => Number(/\d+/.exec(name)?.[0] ?? NaN));
  if (numbers.some(Number.isNaN)) return false;
  const steps = numbers.slice(1).map((number, i) => number - numbers[i]!);
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

/** Whether a name holds an amount with a unit of three letters or more ("500-tonne-thrust solid rocket motor"), which may be what is asked. */
export function namesAmount(base: Pick<FactBase, "units">, name: string): boolean {
  return [...name.matchAll(/\d[\s-]*(\p{L}{3,})/gu)].some(([, word]) => findUnit(base, word!) !== undefined);
}
