import { pinyin } from "pinyin-pro";

/** What is left room for after it: the number that tells namesakes apart. */
const longestStem = 26;
const shortestName = 3;
const longestOfClass = 12;

/** Letters that Unicode does not take apart into a plain one and a mark. */
const plainLetters: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" };

const inPinyin = (text: string) => text.replace(/\p{Script=Han}+/gu, (run) => ` ${pinyin(run, { toneType: "none", type: "array", mode: "surname" }).join("")} `);

const plain = (text: string) => [...text.toLowerCase()].map((letter) => plainLetters[letter] ?? letter).join("").normalize("NFKD").replace(/\p{M}/gu, "");

/** The words of a text in plain letters and digits, Chinese ones in pinyin, with dots between; empty where it has none. */
const asName = (text: string, signs: RegExp) => plain(inPinyin(text)).replaceAll(signs, " ").trim().replaceAll(/\s+/g, ".").slice(0, longestStem).replace(/\.$/, "");

/** Digits come from the count alone, so that every name is a stem and a number. */
const stemOfName = (name: string) => asName(name.replaceAll(/['’`-]/gu, ""), /[^a-z]+/g);
const stemOfClass = (className: string) => `${asName(className, /[^a-z0-9]+/g).replaceAll(".", "").slice(0, longestOfClass) || "pupil"}-`;

/** What a user name begins with: of the name where it has letters enough that everybody can type, else of the class; the latter is never one by itself. */
const stemOf = (name: string, className: string): { stem: string; isWhole: boolean } => {
  const own = stemOfName(name);
  if (own.length >= shortestName) return { stem: own, isWhole: true };
  return { stem: own === "" ? stemOfClass(className) : `${own}-`, isWhole: false };
};

/** The stems of `proposeUserNames`: whatever user name may stand in the way begins with one of them and goes on with digits only. */
export const userNameStems = (names: readonly string[], className: string): string[] => [...new Set(names.map((name) => stemOf(name, className).stem))];

/** A user name for each person, none of which is among `taken` or proposed twice: of 3 to 32 letters, digits, dots and hyphens. */
export function proposeUserNames(names: readonly string[], className: string, taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  const last = new Map<string, number>();
  return names.map((name) => {
    const { stem, isWhole } = stemOf(name, className);
    let number = last.get(stem) ?? 0;
    const proposed = () => (isWhole && number === 1 ? stem : `${stem}${number}`);
    do number++;
    while (used.has(proposed()));
    last.set(stem, number);
    used.add(proposed());
    return proposed();
  });
}
