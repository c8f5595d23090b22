import { rememberByText } from "./remember";

/** A whole number with the word before it and the letter after it: "March 3B". */
const numbers = /(?:(\p{L}+)[\s-]*)?(\d+(?:[.,]\d+)*(?:\p{Script=Latin}(?!\p{L}))?)/gu;

/** The number as it stands, and with its series: "3b" and "march 3". */
function numberParts(plain: string): string[] {
  return [...plain.matchAll(numbers)].flatMap(([, before, number]) => (before === undefined ? [number!] : [number!, `${before} ${number!.replace(/\p{L}$/u, "")}`]));
}

const han = /\p{Script=Han}/gu;

function findParts(text: string): ReadonlySet<string> {
  const plain = text.normalize("NFKC").toLowerCase();
  const hanCharacters = plain.match(han);
  const words = (hanCharacters ? plain.replace(han, " ") : plain).match(/\p{L}{4,}/gu) ?? [];
  return new Set([...words, ...(hanCharacters ?? []), ...(/\d/.test(plain) ? numberParts(plain) : [])]);
}

/** Enough for all names and values of the content beside the stems of some hundred facts. */
const mostRemembered = 5000;

/**
 * The parts of a text that give an answer away when they stand in the question: words of four letters or more, Han characters,
 * whole numbers with their variant letter ("3B" is not 3), and numbers within their series (but Long March 3B tells of Long March 3).
 */
export const tellingParts: (text: string) => ReadonlySet<string> = rememberByText(mostRemembered, findParts);

/** Whether two texts have a telling part in common. */
export function sharesWord(a: string, b: string): boolean {
  const parts = tellingParts(b);
  for (const part of tellingParts(a)) if (parts.has(part)) return true;
  return false;
}

/** The telling parts that two texts have in common. */
export function sharedParts(a: string, b: string): string[] {
  const parts = tellingParts(b);
  return [...tellingParts(a)].filter((part) => parts.has(part));
}

/** Whether a text has all of these telling parts. */
export function hasParts(text: string, needed: readonly string[]): boolean {
  const parts = tellingParts(text);
  return needed.every((part) => parts.has(part));
}

const none: ReadonlySet<string> = new Set();

/** A part of the key that the stem gives away: it is not in every other option (`others` is empty where nothing is offered) nor among the `harmless` words. */
export function findClue(stem: string, key: string, others: readonly string[], harmless = none): string | undefined {
  const inStem = tellingParts(stem);
  for (const part of tellingParts(key)) {
    if (!inStem.has(part) || harmless.has(part)) continue;
    const isShared = others.length > 0 && others.every((other) => tellingParts(other).has(part));
    if (!isShared) return part;
  }
  return undefined;
}
