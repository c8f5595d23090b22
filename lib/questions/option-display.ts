import { rememberByText } from "./remember";

/** Candidates are set beside one another by the hundred thousand, and the same names come again. */
const plain = rememberByText(5000, (text) => text.normalize("NFKC").toLowerCase());

/** Whether two options can stand side by side: neither is the other, nor a part of it. */
export function canStandTogether(a: string, b: string): boolean {
  const [left, right] = [plain(a), plain(b)];
  return !left.includes(right) && !right.includes(left);
}

/** Whether the key's length gives it away: longer by two fifths, or shorter by as much, than every other option. */
export function isConspicuous(key: string, others: readonly string[]): boolean {
  const lengths = others.map((text) => text.length);
  return key.length > 1.4 * Math.max(...lengths) || key.length * 1.4 < Math.min(...lengths);
}
