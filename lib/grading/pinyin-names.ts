import { pinyin } from "pinyin-pro";
import { writeHanNumeralsAsDigits } from "./numerals";

const hanRuns = /\p{Script=Han}+/gu;

/** How people write ü without its key, and what is left when its dots are lost. */
const spellingsOfU = ["u", "v", "yu"];

const syllablesOf = (han: string): string[] => pinyin(han, { toneType: "none", type: "array" });

const withPinyin = (label: string) => label.replace(hanRuns, (run) => ` ${syllablesOf(run).join("")} `).trim();

const spellingsOf = (text: string) => (text.includes("ü") ? spellingsOfU.map((u) => text.replaceAll("ü", u)) : [text]);

/**
 * The ways to write a simplified Chinese name in pinyin without tones; Latin letters and digits in it stay.
 * `isSpelled` has its numerals as syllables (wuhao): one letter there may be another number, so it bears no typing error.
 */
export function pinyinOf(label: string): { text: string; isSpelled: boolean }[] {
  const digits = writeHanNumeralsAsDigits(label);
  const hasNumerals = digits !== label;
  const whole = spellingsOf(withPinyin(label)).map((text) => ({ text, isSpelled: hasNumerals }));
  return hasNumerals ? [...whole, ...spellingsOf(withPinyin(digits)).map((text) => ({ text, isSpelled: false }))] : whole;
}

/** The beginning of a Chinese name whose pinyin is one of `latinNames` (lower case, no spaces): 酒泉 of 酒泉卫星发射中心, as the base has "Jiuquan". */
export function shortHanName(label: string, latinNames: ReadonlySet<string>): string | null {
  const run = /^\p{Script=Han}+/u.exec(label)?.[0];
  if (!run) return null;
  const characters = [...run];
  const syllables = syllablesOf(run);
  for (let length = characters.length - 1; length >= 2; length--) {
    if (latinNames.has(syllables.slice(0, length).join("").replaceAll("ü", "u"))) return characters.slice(0, length).join("");
  }
  return null;
}
