import { typePath, type FactBase } from "@/lib/facts/fact-base";
import type { Option } from "../item";
import { isChosen, isJudged, offersAnswers, rightOptions, wrongOptions } from "./reading";
import { quoted, type LintRule } from "./rule";
import { plainText } from "./shown";

/** Options about the other options. */
export const noAllOrNone: LintRule = {
  id: "options/no-all-or-none",
  says: 'No option says "all of the above", "none of these" or the like.',
  applies: isChosen,
  faults: (_, item) =>
    item.options.filter(({ text }) => /\b(?:all|none|both|neither|any|some) of (?:the above|these|them|the others)\b|\b(?:all|none) the above\b/i.test(text)).map(({ text }) => quoted(text)),
};

/** How much longer or shorter than every other option a key may be. */
const conspicuous = 1.4;

/** The key is not told by its length. */
export const keyLength: LintRule = {
  id: "options/length",
  says: "The key is not longer, or shorter, by two fifths than every other option.",
  applies: (item) => offersAnswers(item) && item.options.every(({ value }) => value === undefined || value.kind === "text"),
  faults(_, item) {
    const lengths = (options: Option[]) => options.map(({ text }) => text.length);
    const [right, wrong] = [lengths(rightOptions(item)), lengths(wrongOptions(item))];
    const isLong = Math.min(...right) > conspicuous * Math.max(...wrong);
    const isShort = Math.max(...right) * conspicuous < Math.min(...wrong);
    return wrong.length > 0 && (isLong || isShort) ? [`the key stands out as ${isLong ? "long" : "short"}: "${rightOptions(item)[0]?.text}"`] : [];
  },
};

const absoluteOrVague = /\b(?:always|never|all|every|none|nothing|completely|entirely|absolutely|usually|often|sometimes|many|several|some|various|few|mostly|generally|probably|perhaps|etc)\b/giu;

/** Words by which test-wise people tell right from wrong. */
export const plainWords: LintRule = {
  id: "options/plain-words",
  says: "No option has an absolute or a vague word that not all of them have.",
  applies: isChosen,
  faults(_, item) {
    const words = item.options.map(({ text }) => new Set((text.toLowerCase().match(absoluteOrVague) ?? [])));
    return item.options.flatMap(({ text }, i) => [...words[i]!].filter((word) => !words.every((each) => each.has(word))).map((word) => ({ says: `"${word}" in "${text}"`, found: word })));
  },
};

const labelsOfBase = new WeakMap<FactBase, [type: string, pattern: RegExp][]>();

/** How each type is named in a sentence; known for each base, since every item asks for them. */
function typeLabels(base: FactBase): [type: string, pattern: RegExp][] {
  let labels = labelsOfBase.get(base);
  if (!labels) {
    const escaped = (text: string) => plainText(text).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    labels = base.content.types.map(({ id, label, plural }) => [id, new RegExp(`\\b(?:${escaped(label.en)}|${escaped(plural.en)})\\b`)]);
    labelsOfBase.set(base, labels);
  }
  return labels;
}

const isA = (base: FactBase, { entity }: Option, type: string) => entity !== undefined && typePath(base, base.entities.get(entity)?.type ?? "").includes(type);

/** The stem names no kind of thing of which the key is the only one. */
export const noStemAttribute: LintRule = {
  id: "options/stem-attribute",
  says: "The stem names no type that the key has and no other option has.",
  applies: (item) => isChosen(item) && !isJudged(item) && item.options.some(({ entity }) => entity !== undefined),
  faults(base, item) {
    const types = new Set(item.options.flatMap(({ entity }) => (entity === undefined ? [] : (base.entities.get(entity)?.type ?? []))));
    if (types.size < 2) return [];
    const stem = plainText(item.stem);
    const [right, wrong] = [rightOptions(item), wrongOptions(item)];
    const alone = typeLabels(base).filter(([type, pattern]) => right.some((option) => isA(base, option, type)) && !wrong.some((option) => isA(base, option, type)) && pattern.test(stem));
    return alone.map(([type]) => `the stem says "${type}", and only the key is one`);
  },
};
