import "server-only";
import { z } from "zod";
import { verdicts } from "@/lib/facts/claims";
import { ways } from "@/lib/facts/model";
import { asPredicateId } from "@/lib/shared/ids";

const text = z.string().min(1).max(2_000);
const texts = z.array(text).max(200);
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "An id has lower-case letters, digits and hyphens.").max(80);
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, "A name has letters, digits, hyphens and underscores.").max(80);
const factId = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, "A fact id has lower-case letters, digits, dots, hyphens and underscores.").max(160);
/** YAML reads a bare year as a number. */
const date = z.union([z.string().max(20), z.int()]).transform(String);
const scalar = z.union([text, z.number(), z.boolean()]);

const localized = z.union([text, z.strictObject({ en: text, zh: text.optional() })]).transform((value) => (typeof value === "string" ? { en: value } : value));
const localizedList = z.strictObject({ en: texts, zh: texts.optional() });
const wordings = localizedList.default({ en: [] });

export const typeSchema = z.strictObject({ parent: name.optional(), label: text, plural: text, zh: text, article: z.literal("the").optional(), alsoCalled: z.array(text).optional() });

export const unitSchema = z.strictObject({
  symbol: text,
  dimension: text,
  factor: z.number(),
  aliases: texts.default([]),
  one: text.optional(),
  many: text.optional(),
});

const phrase = z
  .union([text, z.strictObject({ en: text, zh: text.optional(), unlessSaid: texts.default([]) })])
  .transform((value) => (typeof value === "string" ? { en: value, unlessSaid: [] } : value));

export const qualifierSchema = z.strictObject({ label: text, zh: text.optional(), narrows: z.boolean(), kind: z.literal("date").optional(), phrases: z.record(text, phrase).optional() });

export const sourceSchema = z.strictObject({
  title: text,
  kind: z.enum(["authoritative", "official", "state-press", "dataset", "secondary", "tertiary", "wikipedia", "founding-document", "other"]),
  url: z.url({ protocol: /^https?$/ }).max(2_000).optional(),
  credit: text.optional(),
});

export const predicateSchema = z.strictObject({
  label: localized,
  domain: z.array(name),
  kind: z.enum(["entity", "date", "quantity", "text", "boolean", "coordinates"]),
  range: z.array(name).default([]),
  functional: z.boolean().default(false),
  inverseFunctional: z.boolean().default(false),
  inverse: name.optional(),
  inverseLabel: localized.optional(),
  timeVarying: z.boolean().default(false),
  granular: z.boolean().default(false),
  complete: z.strictObject({ asOf: date, source: id }).optional(),
  feasible: z.strictObject({ min: z.number().optional(), max: z.number().optional(), from: date.optional(), to: date.optional() }).optional(),
  unit: name.optional(),
  tolerance: z.number().default(0),
  notAsked: text.optional(),
  ways: z.array(z.enum(ways)).min(1).default([...ways]),
  notForms: z.array(z.string().regex(/^[a-z]+(-[a-z]+)*$/, "A form has lower-case letters and hyphens.")).default([]),
  implies: z.array(name).default([]),
  impliesInverse: z.array(name).default([]),
  notBefore: z.array(name.transform(asPredicateId)).optional(),
  counts: name.transform(asPredicateId).optional(),
  countsInverse: name.transform(asPredicateId).optional(),
  statement: localized,
  restatements: wordings,
  ask: wordings,
  askInverse: wordings,
  askAll: wordings,
  askAllInverse: wordings,
  compare: z.strictObject({ most: wordings, least: wordings }).default({ most: { en: [] }, least: { en: [] } }),
  order: wordings,
  match: wordings,
  describeValue: wordings,
  describeSubject: wordings,
});

export const factSchema = z
  .strictObject({
    id: factId,
    formerIds: z.array(factId).default([]),
    value: z.union([z.string().max(2_000), z.number(), z.boolean(), z.strictObject({ latitude: z.number(), longitude: z.number() })]),
    unit: name.optional(),
    bound: z.enum(["about", "nearly", "at-least", "at-most", "more-than", "better-than"]).optional(),
    precision: z.enum(["day", "month", "year"]).optional(),
    zone: z.enum(["UTC", "Beijing"]).optional(),
    beijing: date.optional(),
    qualifiers: z.record(name, scalar).default({}),
    scope: text.optional(),
    asOf: date.optional(),
    complete: z.boolean().default(false),
    assurance: z.enum(["verified", "single-source", "disputed"]).default("verified"),
    rank: z.enum(["preferred", "normal", "deprecated"]).default("normal"),
    ask: z.boolean().default(true),
    because: text.optional(),
    note: text.optional(),
    sources: texts.default([]),
  })
  .refine((fact) => fact.ask !== (fact.because !== undefined), { path: ["ask"], message: '"ask: false" and "because: …" go together.' });

export const entitySchema = z.strictObject({
  type: name,
  name: text,
  article: z.enum(["the", "none"]).optional(),
  zh: text.optional(),
  pinyin: text.optional(),
  aliases: texts.default([]),
  notToBeConfusedWith: z.array(id).default([]),
  facts: z.record(name, z.array(factSchema)).default({}),
});

export const claimSchema = z.strictObject({
  section: text,
  quote: text,
  verdict: z.enum(verdicts),
  correction: text.optional(),
  remark: text.optional(),
  oftenWrong: text.optional(),
  under: z.array(factId).max(50).default([]),
  facts: z.array(factId).max(50).default([]),
});

export const readingSchema = z.strictObject({ pinyin: text, because: text });

/** What each kind of file holds, by the key that names it. */
export const fileSchemas = {
  types: z.record(name, typeSchema),
  units: z.record(name, unitSchema),
  qualifiers: z.record(name, qualifierSchema),
  sources: z.record(id, sourceSchema),
  "ambiguous-aliases": z.record(text, z.array(id).min(2)),
  claims: z.record(id, claimSchema),
  readings: z.record(text, readingSchema),
  predicates: z.record(name, predicateSchema),
  entities: z.record(id, entitySchema),
} as const;

export type FileData = { [Kind in keyof typeof fileSchemas]: z.infer<(typeof fileSchemas)[Kind]> };
export type EntityData = z.infer<typeof entitySchema>;
export type FactData = z.infer<typeof factSchema>;
export type PredicateData = z.infer<typeof predicateSchema>;
