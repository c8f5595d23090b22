import { alignmentDistance } from "./distance";
import type { NameForm } from "./name-form";

/** Looser than Mandarin's own table of syllables: what it takes for pinyin too often only makes the grading stricter. */
const syllables = /^(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang|i?ong|uang|uai|iao|[aeiu]ng|ian|uan|[aeiu]n|[aeo]i|ao|i[aeu]|ou|u[aeio]|er|[aeiou]))+$/;

/** A word of so many letters with two wrong ones is another word; with more letters, two may slip. */
const shortWord = 5;

const isPinyin = ({ words }: NameForm) => syllables.test(words.join(""));

/** Up to so many letters of pinyin, another syllable makes another name (Xi'an, Xiang); above, one letter may slip (Luoyang, Luoyan). */
const shortPinyin = 5;

/** Words that turn an answer round. */
const negations = new Set(["not", "no", "never", "neither", "nor", "without", "except", "but", "isnt", "isn"]);

function isWithinWords(typed: NameForm, name: NameForm): boolean {
  if (typed.parts.length !== name.parts.length) return true;
  return name.parts.every((part, i) => {
    const limit = [...part].length <= shortWord ? 1 : 2;
    return alignmentDistance(typed.parts[i]!, part, limit) <= limit;
  });
}

/**
 * Whether `distance` wrong letters (as many as the name's length allows) can be slips of the finger. They cannot where they make another word of a short one
 * (West for East), where what was typed is well-formed pinyin, which is more likely another name (Nanchang for Wenchang), and where a "not" was added.
 */
export function areSlips(typed: NameForm, name: NameForm, distance: number): boolean {
  if (distance === 0) return true;
  if (typed.parts.some((part) => negations.has(part) && !name.parts.includes(part))) return false;
  if (isPinyin(typed) && isPinyin(name) && distance > (name.letters <= shortPinyin ? 0 : 1)) return false;
  return isWithinWords(typed, name);
}
