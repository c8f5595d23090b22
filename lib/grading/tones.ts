/** The marks of the four tones, as combining characters. */
const toneMarks = /[\u0300\u0301\u0304\u030C]/u;

/** Pinyin with its tones as it is compared: lower case, without spaces, hyphens and apostrophes; null for a text without tone marks. */
export function toneKey(text: string): string | null {
  if (!toneMarks.test(text.normalize("NFD"))) return null;
  return text.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
