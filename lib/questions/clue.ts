/** The parts of a text that give an answer away when they stand in the question: words of four letters or more, Han characters, digit groups. */
function tellingParts(text: string): Set<string> {
  const plain = text.normalize("NFKC").toLowerCase();
  const words = plain.replace(/\p{Script=Han}/gu, " ").match(/\p{L}{4,}/gu) ?? [];
  return new Set([...words, ...(plain.match(/\p{Script=Han}/gu) ?? []), ...(plain.match(/\d+/g) ?? [])]);
}

/** A part of the key that the stem gives away and that not every other option has too; `others` is empty where nothing is offered. */
export function findClue(stem: string, key: string, others: readonly string[]): string | undefined {
  const inStem = tellingParts(stem);
  const inOthers = others.map(tellingParts);
  for (const part of tellingParts(key)) {
    const isShared = inOthers.length > 0 && inOthers.every((parts) => parts.has(part));
    if (inStem.has(part) && !isShared) return part;
  }
  return undefined;
}
