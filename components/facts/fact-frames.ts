type Worded = { text: string; statement: string };

/** The sentence around the value, without the date it holds for and the article before the value; null if the value does not stand in it. */
function frameOf({ text, statement }: Worded): string | null {
  const start = statement.indexOf(text);
  if (text === "" || start === -1) return null;
  const before = statement.slice(0, start).replace(/^As of [^,]+, (the )?/, "").replace(/^The /, "").replace(/\b(the|an?) $/, "");
  return `${before}…${statement.slice(start + text.length)}`;
}

/** Whether facts under one label differ in more than their values and dates, such as the stage of a rocket they hold for: then only their sentences tell them apart. */
export function needSentences(facts: readonly Worded[]): boolean {
  const frames = new Set(facts.map(frameOf));
  return facts.length > 1 && (frames.size > 1 || frames.has(null));
}

/** A sentence cut around its value, so that the value can be a link; the whole as `before` if the value does not stand in it. */
export function splitAround({ text, statement }: Worded): { before: string; value: string; after: string } {
  const start = text === "" ? -1 : statement.indexOf(text);
  if (start === -1) return { before: statement, value: "", after: "" };
  return { before: statement.slice(0, start), value: text, after: statement.slice(start + text.length) };
}
