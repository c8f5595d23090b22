import type { FactBase } from "@/lib/facts/fact-base";
import type { Item } from "../item";
import { mainFact, rightAnswers, shownTexts, testedFacts } from "./reading";
import { always, quoted, type LintRule, type Problem } from "./rule";
import { names, says } from "./shown";

const count = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).length;

function asksOnce({ type, stem }: Item): boolean {
  const [questions, blanks] = [count(stem, /[?？]/g), count(stem, /_{2,}/g)];
  switch (type) {
    case "cloze": return questions === 0 && blanks === 1;
    case "true-false": return questions === 1 && blanks === 0;
    case "ordering": case "matching": return blanks === 0 && (questions === 0 || (questions === 1 && stem.endsWith("?")));
    default: return blanks === 0 && questions === 1 && stem.endsWith("?");
  }
}

/** A stem asks one thing. */
export const oneQuestion: LintRule = {
  id: "stem/one-question",
  says: "One question mark at the end, or one blank and no question mark; a task to arrange may end with a full stop.",
  applies: always,
  faults: (_, item) => (asksOnce(item) ? [] : [`"${item.stem}" does not ask one thing`]),
};

const unclean = /undefined|\bnull\b|\bNaN\b|[{}]|\[\[|\]\]|\s\s|^\s|\s$|\[object|\s[,.;?]|\.\.$|\(\)|\([^()|]*\|[^()]*\)|\w\(s\)/;

/** The whole words that it stands in are found. */
function leftBehind(text: string): Problem[] {
  const match = unclean.exec(text);
  if (!match) return text === "" ? ['""'] : [];
  const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
  return [{ says: `"${text}"`, found: `${/[\p{L}\p{N}]*$/u.exec(before)![0]}${match[0]}${/^[\p{L}\p{N}]*/u.exec(after)![0]}`.trim() }];
}

/** Texts hold nothing that a program left behind. */
export const cleanTexts: LintRule = {
  id: "stem/clean",
  says: 'No placeholder, "undefined", stray bracket, double or misplaced space in any text, and none is empty.',
  applies: always,
  faults: (_, item) => [...shownTexts(item), ...rightAnswers(item).map(({ text }) => text)].flatMap(leftBehind),
};

const mostWords = 30;

/** A stem can be read at once. */
export const shortStem: LintRule = {
  id: "stem/length",
  says: "At most thirty words.",
  applies: always,
  faults(_, { stem }) {
    const words = stem.split(/\s+/).length;
    return words > mostWords ? [`${words} words`] : [];
  },
};

/** What the stem says is asked about: by the name of the subject, or by the value whose subject is sought. */
function isAboutKnown(base: FactBase, item: Item): boolean {
  const fact = mainFact(base, item);
  if (!fact || item.prompts || item.figure?.kind === "launch-vehicle" || ["ordering", "comparison", "multi-hop"].includes(item.type)) return true;
  if (item.direction === "inverse") return item.figure?.kind === "map" || says(base, item.stem, fact.value);
  return names(base, item.stem, fact.subject);
}

/** A stem can be understood without anything around it. */
export const selfContained: LintRule = {
  id: "stem/self-contained",
  says: "The stem names what it asks about, and points to no other text.",
  applies: always,
  faults: (base, item) => [
    ...(isAboutKnown(base, item) ? [] : [`"${item.stem}" does not name what it asks about`]),
    ...(/\b(?:the above|mentioned above|aforementioned|this passage|the text|(?:last|previous) question)\b/i.test(item.stem) ? ["it points to another text"] : []),
  ],
};

/** The stem without the names and values that its facts state. */
function ownWords(base: FactBase, item: Item): string {
  const stated = testedFacts(base, item).flatMap(({ subject, value }) => [
    base.entities.get(subject)?.labels.en ?? "",
    value.kind === "entity" ? (base.entities.get(value.entity)?.labels.en ?? "") : value.kind === "text" ? value.text : "",
  ]);
  return stated.filter(Boolean).reduce((text, name) => text.replaceAll(name, "X"), item.stem);
}

/** Nothing is asked by what is not so. */
export const noNegation: LintRule = {
  id: "stem/no-negation",
  says: "The stem has no negation.",
  applies: always,
  faults(base, item) {
    const found = /\b(?:not|never|no(?!\. ?\d)|none|neither|nor|except|cannot)\b|n['’]t\b/i.exec(ownWords(base, item));
    return found ? [quoted(found[0])] : [];
  },
};

/** Words that begin with a vowel letter and a consonant sound, and the other way round. */
const soundsLikeConsonant = /^(?:uni(?!n)|use|usu|euro|one\b|u[a-z]?\b)/i;
const soundsLikeVowel = /^(?:hour|hono|heir|8|11\b|18\b|[FHLMNRSX](?:[A-Z\d]|-))/;

const wantsAn = (next: string) => soundsLikeVowel.test(next) || (/^[aeiou]/i.test(next) && !soundsLikeConsonant.test(next));

/** "a" and "an" agree with what follows, and no two articles meet. */
export const articlesAgree: LintRule = {
  id: "stem/articles",
  says: '"a" and "an" agree with the next word, and no article stands before another.',
  applies: always,
  faults(_, { stem }) {
    const doubled = /\b(?:an?|the|its|his|her|their) (?:an?|the)(?= [^\s,.?])/i.exec(stem);
    const wrong = [...stem.matchAll(/(?:^A|(?<![\p{L}\p{N}'’-])a)(n?) (\p{L}[\p{L}\d'’-]*|\d+)/gu)].filter(([, n, next]) => (n === "n") !== wantsAn(next!));
    return [...(doubled ? [quoted(doubled[0])] : []), ...wrong.map(([text]) => quoted(text))];
  },
};
