import type { Predicate } from "@/lib/facts/model";
import { oneAndMany } from "./english-plural";
import type { ColumnKind } from "./own-limits";

type Wording = Predicate["wording"];

/** What the dates of a column are: years alone, or dates of any precision. */
export type ColumnTime = "year" | "date";

const none = { en: [] };
const noWording: Omit<Wording, "statement"> = {
  restatements: none, forward: none, inverse: none, all: none, allInverse: none, compare: { most: none, least: none }, order: none, match: none, describeValue: none, describeSubject: none,
};

/** First words that keep their capital inside a sentence. */
const proper = /^(?:Chin|Beijing|Earth|Mars|Moon|Sun|America|Russia|Soviet|Europ|English|French|German|Greek|Latin|Japan|India|Asia|Africa|Ital|Spanish)/;

/** A heading as it stands inside a sentence: without a final stop, "First flight" in small letters. */
export function headingInside(heading: string): string {
  const plain = heading.replace(/[\s:.?]+$/u, "");
  return proper.test(plain) ? plain : plain.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

/** What one and many of a table's things are called in a sentence. */
export const thingsOf = (name: string): { one: string; many: string } => oneAndMany(headingInside(name.replace(/(?<=\S)\s+names?$/i, "").replace(/^names?$/i, "thing")));

/** Headings that do not name one thing that a subject has: "launched by", "Founded", "reusable?", "Is crewed", "engines". */
const noNoun = /^(?:has|is|was|were|can|came|may|how|when|where|who|what|which)\b|(?:by|from|of|to|in|with|at|on|for|as)$|^\S+(?:ed|able|ible)$|^(?:born|built|made|flown|lost)$|(?<![sui])s$|\?$/i;

/** How the amounts or the dates of two things are compared, and which of several come first. */
const scales = {
  date: { most: "later", least: "earlier", first: "earliest", what: "date" },
  quantity: { most: "greater", least: "smaller", first: "smallest", what: "number" },
} as const;

const scaleOf = (kind: ColumnKind) => (kind === "date" || kind === "quantity" ? scales[kind] : undefined);

/** Headings that say themselves that they are a point in time. */
const saysTime = /\b(?:date|day|month|year|time|birthday)\b/i;

/** The heading of a subject, and "its": of an event ("first flight") the date or the year is meant. */
function nounPhrases(heading: string, time: ColumnTime | undefined): { of: string; its: string } {
  if (time === undefined || saysTime.test(heading)) return { of: `${heading} of {subject}`, its: `its ${heading}` };
  return { of: `${time} of the ${heading} of {subject}`, its: `the ${time} of its ${heading}` };
}

function nounWording(heading: string, one: string, kind: ColumnKind, time: ColumnTime | undefined): Wording {
  const scale = scaleOf(kind);
  const { of, its } = nounPhrases(heading, time);
  const isPlain = its === `its ${heading}`;
  return {
    ...noWording,
    statement: { en: `The ${of} is {value}.` },
    restatements: { en: [`{subject} has {value} as ${its}.`] },
    forward: { en: [`What is the ${of}?`, ...(scale ? [] : [`Which ${heading} does {subject} have?`])] },
    inverse: { en: [...(isPlain ? [`Which ${one} has the ${heading} {value}?`] : []), `Which ${one} has {value} as ${its}?`] },
    allInverse: { en: [`Which of these {types} have {value} as their ${isPlain ? heading : `${time} of ${heading}`}?`] },
    match: { en: [`Match each of these {types} with ${its}.`] },
    describeValue: { en: [`the ${of}`] },
    describeSubject: { en: [`the ${one} that has {value} as ${its}`] },
    ...(scale && {
      compare: { most: { en: [`Which of these two {types} has the ${scale.most} ${heading}?`] }, least: { en: [`Which of these two {types} has the ${scale.least} ${heading}?`] } },
      order: { en: [`Put these {types} in order of ${heading}, the ${scale.first} first.`] },
    }),
  };
}

/** For what is no noun, and for yes and no: the heading is quoted. */
function quotedWording(heading: string, one: string, kind: ColumnKind): Wording {
  const under = `under “${heading}”`;
  const scale = scaleOf(kind);
  return {
    ...noWording,
    statement: { en: `{subject} has “{value}” ${under}.` },
    forward: { en: [`What does {subject} have ${under}?`] },
    // A question for what has a "no" would ask by what is not so.
    inverse: kind === "boolean" ? none : { en: [`Which ${one} has “{value}” ${under}?`] },
    allInverse: { en: [`Which of these {types} have “{value}” ${under}?`] },
    match: { en: [`Match each of these {types} with what it has ${under}.`] },
    ...(scale && {
      compare: {
        most: { en: [`Which of these two {types} has the ${scale.most} ${scale.what} ${under}?`] },
        least: { en: [`Which of these two {types} has the ${scale.least} ${scale.what} ${under}?`] },
      },
      order: { en: [`Put these {types} in order of what they have ${under}, the ${scale.first} first.`] },
    }),
  };
}

/** The English wordings of a column, from its heading, its kind (of dates also what they are) and what the table's things are called. */
export function wordingOfColumn(heading: string, kind: ColumnKind, tableName: string, time?: ColumnTime): Wording {
  const { one } = thingsOf(tableName);
  const isQuoted = kind === "boolean" || noNoun.test(heading);
  return isQuoted ? quotedWording(heading.replace(/\?$/, ""), one, kind) : nounWording(headingInside(heading), one, kind, time);
}

/** The wordings of cards: from the term to the definition and back. */
export const cardWording: Wording = {
  ...noWording,
  statement: { en: "“{subject}” means “{value}”." },
  forward: { en: ["What does “{subject}” mean?", "Which definition belongs to “{subject}”?"] },
  inverse: { en: ["Which term means “{value}”?", "To which term does the definition “{value}” belong?"] },
  match: { en: ["Match each of these terms with its definition."] },
};
