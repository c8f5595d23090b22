import { answerKinds, type AnswerKind, type History } from "./history";

/** The places in a history of the answers to a fact, by any of the ids that it goes or went by; in the order of the log. */
export function placesOf({ length, fact, factIds }: History, ids: ReadonlySet<string>): number[] {
  const isWanted = factIds.map((id) => ids.has(id));
  const found: number[] = [];
  for (let i = 0; i < length; i++) if (isWanted[fact[i]!]) found.push(i);
  return found;
}

/** What the answer at a place was to the memory. */
export const kindAt = ({ kind }: History, place: number): AnswerKind => answerKinds[kind[place]!]!;
