import { hashText } from "@/lib/shared/random";
import { asEntityId, asFactId, asPredicateId, asSourceId } from "@/lib/shared/ids";

/** 64 bits of a text as 16 hexadecimal digits, the same on every machine; no protection against intent. */
export const fingerprint = (text: string): string =>
  [hashText(text), hashText(`${text.length}:${text}`)].map((part) => part.toString(16).padStart(8, "0")).join("");

/** What the ids of everything begin with that somebody wrote themselves. */
export const ownPrefix = "own.";

/** The ids of everything that is made of a set's own cards and tables: `own.<set>.…`, so that none is one of the content's. */
export const ownIds = (setId: string) => ({
  type: (part: string) => `own.${setId}.${part}`,
  predicate: (column: string) => asPredicateId(`own.${setId}.${column}`),
  entity: (row: string) => asEntityId(`own.${setId}.${row}`),
  /** A thing that is only named, as a value of a column. */
  named: (part: string, plainName: string) => asEntityId(`own.${setId}.${part}.${fingerprint(plainName)}`),
  fact: (row: string, column: string) => asFactId(`own.${setId}.${row}.${column}`),
  source: (part: string) => asSourceId(`own.${setId}.${part}`),
});

/** The set whose own fact this is; nothing for a fact of the content. */
export const setOfOwnFact = (factId: string): string | undefined => /^own\.([^.]+)\.[^.]+\.[^.]+$/.exec(factId)?.[1];
