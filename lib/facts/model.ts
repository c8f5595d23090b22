import type { EntityId, FactId, PredicateId, SourceId } from "@/lib/shared/ids";
import type { Claim } from "./claims";

/** Texts by locale; English is always there. */
export type Localized = { en: string; zh?: string };

/** A node of the type tree. Siblings are disjoint; an entity has exactly one leaf type. */
export type EntityType = {
  id: string;
  parent: string | null;
  label: Localized;
  plural: Localized;
  /** Article that names of this type take in an English sentence, unless the entity says otherwise. */
  article?: "the";
  /** Other words for this kind of thing that people put beside a name ("Long March 5 rocket", 太原市); they make no other answer of it. */
  alsoCalled?: string[];
};

export type Entity = {
  id: EntityId;
  type: string;
  labels: { en: string; zh?: string; pinyin?: string };
  aliases: string[];
  /** Entities that learners mix up with this one. */
  notToBeConfusedWith: EntityId[];
  /** "the" or none, as the name is used inside an English sentence. */
  article: "the" | "none";
  /** The topic (name of the content file) it is filed under. */
  topic: string;
};

/** The most that may be asked of a date. */
export type DatePrecision = "day" | "month" | "year";

export type DateValue = {
  kind: "date";
  /** EDTF level 0/1: `2003-10-15`, `2003-10`, `1970`, `1970~`. */
  edtf: string;
  precision: DatePrecision;
  /** The zone whose calendar the date is in; absent where the sources do not say. */
  timeZone?: "UTC" | "Asia/Shanghai";
  /** The calendar day in Beijing (ISO), where it is known. */
  beijingDate?: string;
};

/** How a stated amount relates to the true one; absent means exact to the digits shown. */
export type Bound = "about" | "nearly" | "at-least" | "at-most" | "more-than" | "better-than";

export type QuantityValue = {
  kind: "quantity";
  amount: number;
  /** A unit of `content/units.yaml`; absent for a bare number such as an ordinal. */
  unit?: string;
  bound?: Bound;
};

export type FactValue =
  | { kind: "entity"; entity: EntityId }
  | DateValue
  | QuantityValue
  | { kind: "text"; text: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "coordinates"; latitude: number; longitude: number };

export type ValueKind = FactValue["kind"];

export type Citation = { source: SourceId; at?: string };

export type Assurance = "verified" | "single-source" | "disputed";

/** A picture that is kept here (`id`; its size in pixels) and shown, or one elsewhere, which is told and never loaded. `url`: where it is from, as a link. */
export type FactPicture = { alternative: string; url?: string | undefined } & ({ id: string; width: number; height: number } | { id?: undefined });
export type KeptPicture = Extract<FactPicture, { id: string }>;

export type Fact = {
  id: FactId;
  /** Ids of facts of a duplicate predicate that were folded into this one; look-ups find the fact by them too. */
  formerIds: FactId[];
  subject: EntityId;
  predicate: PredicateId;
  value: FactValue;
  /** Narrow the value ("to 200 km"); a stem must say the ones that narrow (see `Qualifier.narrows`). */
  qualifiers: Record<string, string | number | boolean>;
  /** EDTF date at which the fact is known to hold; a stem must say it. */
  asOf?: string;
  /** "first" and "only" hold within this scope (China, world, …); a stem must say it. */
  scope?: string;
  rank: "preferred" | "normal" | "deprecated";
  assurance: Assurance;
  /** All values of (subject, predicate) are listed, as of `asOf` if that is given. */
  complete: boolean;
  /** Whether it may be asked; a reason where not. */
  ask: true | { not: string };
  note?: string;
  picture?: FactPicture;
  citations: Citation[];
};

export type QualifierDefinition = {
  id: string;
  label: Localized;
  /** False for book-keeping (a launch id): a stem may leave it out. */
  narrows: boolean;
  /** Its values are EDTF dates. */
  kind?: "date";
  /** How a value is said inside a sentence, by value; others are said as they stand. */
  phrases?: Record<string, QualifierPhrase>;
};

/** `unlessSaid`: words of the fact's value that say it already; where one stands, an optional part of a wording leaves the phrase out. */
export type QualifierPhrase = Localized & { unlessSaid: string[] };

/** How an answer is given: chosen among options, typed, or recalled and judged by the learner. */
export const ways = ["choose", "type", "recall"] as const;
export type Way = (typeof ways)[number];

/** Several wordings by locale. */
export type Wordings = { en: string[]; zh?: string[] };

export type Predicate = {
  id: PredicateId;
  label: Localized;
  /** Type-tree nodes whose descendants may be subjects / values. */
  domain: string[];
  valueKind: ValueKind;
  range: string[];
  /** At most one value for a subject at a time. */
  functional: boolean;
  /** At most one subject for a value at a time. */
  inverseFunctional: boolean;
  inverse?: PredicateId;
  inverseLabel?: Localized;
  timeVarying: boolean;
  /** May an ancestor of the value (by part-of, variant-of, located-in) also be true? Then relatives are never distractors. */
  granular: boolean;
  /** Every subject's list is complete (as of this EDTF date, by this source). */
  complete?: { asOf: string; source: SourceId };
  /** What makes sense for a distractor: a range of amounts (in `unit`), or EDTF dates between which it must lie. */
  feasible?: { min?: number; max?: number; from?: string; to?: string };
  /** The predicate's own unit; all its quantities convert to it. */
  unit?: string;
  /** Relative tolerance for typed answers, 0 = exact. */
  tolerance: number;
  /** Why the predicate is not asked at all. */
  notAsked?: string;
  /** How its answers may be given. */
  ways: readonly Way[];
  /** Forms of question (by name) that do not suit it. */
  notForms: readonly string[];
  /** Predicates that hold of the same subject and value wherever this one does (commander implies crew member). */
  implies: readonly PredicateId[];
  /** Predicates that hold the other way round: of the value, with the subject as their value (a module of a station is part of it). */
  impliesInverse: readonly PredicateId[];
  /** Dates of the same subject that cannot be later than this one. */
  notBefore?: readonly PredicateId[];
  /** The amount is how many values the subject has of this predicate. */
  counts?: PredicateId;
  /** The amount is how many subjects have this one as their value of this predicate. */
  countsInverse?: PredicateId;
  /** Wordings by locale. Placeholders: {subject} {value} {scope} {asOf} {zone} and the names of qualifiers; `[[ … ]]` vanishes when one inside it is missing; `flight(s)` and `(launch|launches)` agree with an amount. */
  wording: {
    /** The fact as a sentence, for feedback and the entity page. */
    statement: Localized;
    /** Other sentences that say the fact, for cloze and true/false. */
    restatements: Wordings;
    /** Asks for the value. */
    forward: Wordings;
    /** Asks for the subject. */
    inverse: Wordings;
    /** Asks for all values of {subject} among options, and for all subjects with {value}. */
    all: Wordings;
    allInverse: Wordings;
    /** Asks which of two has more (later, for dates) and which has less; {types} is what they are. */
    compare: { most: Wordings; least: Wordings };
    /** Asks to put several in ascending order of the value. */
    order: Wordings;
    /** Asks to match subjects with their values. */
    match: Wordings;
    /** Noun phrases: the value through its subject ("the rocket that launched {subject}"), the subject through its value ("the mission that landed on {value}"). */
    describeValue: Wordings;
    describeSubject: Wordings;
  };
  /** The file it is defined in, for messages. */
  topic: string;
};

export type SourceKind =
  | "authoritative" | "official" | "state-press" | "dataset" | "secondary" | "tertiary" | "wikipedia" | "founding-document" | "other";

export type Source = {
  id: SourceId;
  title: string;
  kind: SourceKind;
  url?: string;
  /** Credit that the source's licence asks for, e.g. CC BY. */
  credit?: string;
};

export type Unit = {
  id: string;
  symbol: string;
  /** What it measures; amounts convert within a dimension only. */
  dimension: string;
  /** Amount in the dimension's base unit = amount × factor. */
  factor: number;
  /** Spellings that people type. */
  aliases: string[];
  /** Words for one and many, where the symbol is not used ("3 astronauts"). */
  one?: string;
  many?: string;
};

/** How a Chinese word is read where a dictionary would choose another reading: pinyin with tone marks, and why. */
export type Reading = { id: string; pinyin: string; because: string };

/** Everything under `content/`, parsed and typed, before it is indexed. */
export type Content = {
  types: EntityType[];
  units: Unit[];
  qualifiers: QualifierDefinition[];
  predicates: Predicate[];
  entities: Entity[];
  facts: Fact[];
  sources: Source[];
  /** Names that more than one entity goes by, declared so that the check lets them pass. */
  ambiguousAliases?: string[];
  claims?: Claim[];
  readings?: Reading[];
};
