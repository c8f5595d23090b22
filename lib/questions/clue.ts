/** A whole number with the word before it and the letter after it: "March 3B". */
const numbers = /(?:(\p{L}+)[\s-]*)?(\d+(?:[.,]\d+)*(?:\p{Script=Latin}(?!\p{L}))?)/gu;

/** The number as it stands, and with its series: "3b" and "march 3". */
function numberParts(plain: string): string[] {
  return [...plain.matchAll(numbers)].flatMap(([, before, number]) => (before === undefined ? [number!] : [number!, `${before} ${number!.replace(/\p{L}$/u, "")}`]));
}

const partsByText = new Map<string, ReadonlySet<string>>();

/** Enough for all names and values of the content; drawn numbers and dates beyond it are few at a time. */
const mostRemembered = 20_000;

/**
 * The parts of a text that give an answer away when they stand in the question: words of four letters or more, Han characters,
 * whole numbers with their variant letter ("3B" is not 3), and numbers within their series (but Long March 3B tells of Long March 3).
 */
export function tellingParts(text: string): ReadonlySet<string> {
  const known = partsByText.get(text);
  if (known) return known;
  const parts = findParts(text);
  if (partsByText.size >= mostRemembered) partsByText.clear();
  partsByText.set(text, parts);
  return parts;
}

function findParts(text: string): ReadonlySet<string> {
  const plain = text.normalize("NFKC").toLowerCase();
  const words = plain.replace(/\p{Script=Han}/gu, " ").match(/\p{L}{4,}/gu) ?? [];
  return new Set([...words, ...(plain.match(/\p{Script=Han}/gu) ?? []), ...numberParts(plain)]);
}

/** Whether two texts have a telling part in common. */
export function sharesWord(a: string, b: string): boolean {
  const parts = tellingParts(b);
  return [...tellingParts(a)].some((part) => parts.has(part));
}

const none: ReadonlySet<string> = new Set();

/** A part of the key that the stem gives away: it is not in every other option (`others` is empty where nothing is offered) nor among the `harmless` words. */
export function findClue(stem: string, key: string, others: readonly string[], harmless = none): string | undefined {
  const inStem = tellingParts(stem);
  const inOthers = others.map(tellingParts);
  for (const part of tellingParts(key)) {
    const isShared = inOthers.length > 0 && inOthers.every((parts) => parts.has(part));
    if (inStem.has(part) && !isShared && !harmless.has(part)) return part;
  }
  return undefined;
}
