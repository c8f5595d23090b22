/** What a set of one's own may hold; lengths in UTF-16 units, `bytes` of its JSON in UTF-8, `facts` all its cards and filled cells together. */
export const ownLimits = { cards: 2000, tables: 20, rows: 1000, columns: 12, facts: 20_000, aliases: 10, name: 200, heading: 80, cell: 500, bytes: 2_000_000 } as const;

/** The kinds of value that a column can have, in the order in which they are offered. */
export const columnKinds = ["text", "date", "quantity", "entity", "boolean"] as const;
export type ColumnKind = (typeof columnKinds)[number];
