/** What a set of one's own may hold; lengths in UTF-16 units, `bytes` of its JSON in UTF-8, `facts` all its cards and filled cells together, `pictures` those that are uploaded. */
export const ownLimits = { cards: 2000, pictures: 300, tables: 20, rows: 1000, columns: 12, facts: 20_000, aliases: 10, name: 200, heading: 80, cell: 500, bytes: 2_000_000 } as const;

/** Of a picture: what may be sent in bytes, of how many pixels; what it is kept as, in bytes and in pixels of its longer side. */
export const pictureLimits = { sentBytes: 4_000_000, sentPixels: 40_000_000, keptBytes: 300_000, keptSide: 1024 } as const;

/** The kinds of value that a column can have, in the order in which they are offered. */
export const columnKinds = ["text", "date", "quantity", "entity", "boolean"] as const;
export type ColumnKind = (typeof columnKinds)[number];
