/**
 * What an item brought in an attempt: the share of its points (1 where wholly right; below 0 where the marking takes points away), or why there is none. `blank`: seen
 * and left, counts 0. `unreached`: time was up before, counts 0 for the total and nothing for the item. `not-given`: it was not in this attempt's paper.
 */
export type ItemScore = number | "blank" | "unreached" | "not-given";

/** One attempt; the caller picks which of a person's attempts. Both lists go by item; `chosen` holds the keys of the options that were chosen. */
export type ResponseRow = { attemptId: string; scores: readonly ItemScore[]; chosen: readonly (readonly string[])[] };

/**
 * An item to be analysed, with maxPoints > 0. `options` are those that are chosen among, so none where answers are typed, ordered or paired. A `key` says what the option
 * is (an entity, a text) and not where it stood, so that it is the same in every item and order.
 */
export type AnalysedItem = { itemId: string; factId: string; template: string; maxPoints: number; options: readonly { key: string; isRight: boolean }[] };
