import { pinyin } from "pinyin-pro";
import { writeHanNumeralsAsDigits } from "./numerals";

const hanRuns = /\p{Script=Han}+/gu;

/** How people write ü without its key; the first is what is left when its dots are lost. */
const spellingsOfU = ["u", "v", "yu"];

const syllablesOf = (han: string): string[] => pinyin(han, { toneType: "none", type: "array", v: true });

/** pinyin-pro's "v" stands for ü alone: no other syllable has the letter. */
const spell = (syllables: readonly string[], u: string) => syllables.join("").replaceAll("v", u);

const withPinyin = (label: string, u: string) => label.replace(hanRuns, (run) => ` ${spell(syllablesOf(run), u)} `);

/**
 * The ways to write a simplified Chinese name in pinyin without tones; Latin letters and digits in it stay.
 * `spelled` has its numerals as syllables (wuhao): one letter there may be another number, so it bears no typing error.
 */
export function pinyinOf(label: string): { text: string; isSpelled: boolean }[] {
  const digits = writeHanNumeralsAsDigits(label);
  const hasNumerals = digits !== label;
  const texts = new Map<string, boolean>();
  for (const u of spellingsOfU) {
    texts.set(withPinyin(label, u), hasNumerals);
    if (hasNumerals) texts.set(withPinyin(digits, u), false);
  }
  return [...texts].map(([text, isSpelled]) => ({ text: text.trim(), isSpelled }));
}

/** The beginning of a Chinese name whose pinyin is one of `latinNames` (lower case, no spaces): 酒泉 of 酒泉卫星发射中心, as the base has "Jiuquan". */
export function shortHanName(label: string, latinNames: ReadonlySet<string>): string | null {
  const run = /^\p{Script=Han}+/u.exec(label)?.[0];
  if (!run) return null;
  const characters = [...run];
  const syllables = syllablesOf(run);
  for (let length = characters.length - 1; length >= 2; length--) {
    if (latinNames.has(spell(syllables.slice(0, length), "u"))) return characters.slice(0, length).join("");
  }
  return null;
}
