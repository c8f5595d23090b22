import { z } from "zod";
import type { FactPicture } from "@/lib/facts/model";
import { isStorable } from "@/lib/shared/storable-text";
import { columnKinds, ownLimits, pictureLimits } from "./own-limits";

const text = (most: number) => z.string().min(1).max(most).refine(isStorable);

/** Part of the ids of facts, so letters, digits and hyphens. */
const id = z.string().regex(/^[a-z\d-]{1,36}$/i);
const aliases = z.array(text(ownLimits.name)).max(ownLimits.aliases);
const address = z.url({ protocol: /^https?$/ }).max(500);

/** A picture from elsewhere is never loaded (nor may it be a data URL): its description stands for it, its address is a link. */
const toldPicture = { url: address.optional(), alternative: text(ownLimits.cell) };
const side = z.int().min(1).max(pictureLimits.keptSide);
const picture = z.union([z.strictObject({ id: z.uuid(), width: side, height: side, ...toldPicture }), z.strictObject(toldPicture)]);

const card = z.strictObject({
  id: z.uuid(),
  term: text(ownLimits.name),
  definition: text(ownLimits.cell),
  aliases,
  picture: picture.optional(),
  source: z.strictObject({ title: text(ownLimits.name), url: address }).optional(),
});

const column = z.strictObject({
  id,
  heading: text(ownLimits.heading),
  kind: z.enum(columnKinds),
  /** The id of a unit of the content; amounts without a unit are in it. */
  unit: z.string().max(40).optional(),
  /** Who pastes a table declares that each thing has one value of each column; so the others can be proved false. */
  isFunctional: z.literal(true),
});

const row = z.strictObject({ id, name: text(ownLimits.name), aliases, cells: z.array(text(ownLimits.cell).nullable()).max(ownLimits.columns) });

const table = z
  .strictObject({
    id,
    /** What its things are: "rocket". */
    name: text(ownLimits.heading),
    columns: z.array(column).min(1).max(ownLimits.columns),
    rows: z.array(row).min(1).max(ownLimits.rows),
  })
  .refine(({ columns, rows }) => rows.every(({ cells }) => cells.length === columns.length));

type Ids = { cards: { id: string }[]; tables: { id: string; columns: { id: string }[]; rows: { id: string }[] }[] };

/** "card", "definition" and "own" are parts of ids that have a meaning. */
const reservedIds = ["card", "definition", "own"];

function areIdsUnique({ cards, tables }: Ids): boolean {
  const ids = [...reservedIds, ...[...cards, ...tables, ...tables.flatMap(({ columns, rows }) => [...columns, ...rows])].map((part) => part.id)];
  return new Set(ids).size === ids.length;
}

type Counted = { cards: unknown[]; tables: { rows: { cells: (string | null)[] }[] }[] };

/** How many facts they are: each card one, each cell that is not empty one. */
export const countOwnFacts = ({ cards, tables }: Counted): number =>
  cards.length + tables.flatMap(({ rows }) => rows).reduce((sum, { cells }) => sum + cells.filter((cell) => cell !== null).length, 0);

type Pictured = { cards: readonly { picture?: FactPicture | undefined }[] };

/** The ids of the pictures that are kept for the cards, each once. */
export const picturesOf = ({ cards }: Pictured): string[] => [...new Set(cards.flatMap(({ picture: shown }) => shown?.id ?? []))];

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

/** Own cards and tables as they are kept with a set. The schema says what may be stored; whether questions can be made of it says `readOwnContent`. */
export const ownContentSchema = z
  .strictObject({ cards: z.array(card).max(ownLimits.cards), tables: z.array(table).max(ownLimits.tables) })
  .refine(areIdsUnique, "Every card, table, column and row has an id of its own.")
  .refine((content) => countOwnFacts(content) <= ownLimits.facts, "A set may have 20,000 facts of its own at most.")
  .refine((content) => picturesOf(content).length <= ownLimits.pictures, "A set may have 300 pictures at most.")
  .refine((content) => bytesOf(content) <= ownLimits.bytes, "Cards and tables may take 2 MB at most.");

export type OwnContent = z.infer<typeof ownContentSchema>;
export type OwnCard = OwnContent["cards"][number];
export type OwnTable = OwnContent["tables"][number];
export type OwnColumn = OwnTable["columns"][number];
export type OwnRow = OwnTable["rows"][number];

/** The same with other pictures in the place of those that are kept, by their ids. */
export const withOtherPictures = (content: OwnContent, others: ReadonlyMap<string, string>): OwnContent => ({
  ...content,
  cards: content.cards.map((card): OwnCard => (card.picture && "id" in card.picture ? { ...card, picture: { ...card.picture, id: others.get(card.picture.id) ?? card.picture.id } } : card)),
});
