import type { CardMistakeCode, CellMistakeCode } from "./mistakes";

/** The fields of a card in the order in which they are filled in. */
export const cardFields = ["term", "definition", "aliases", "pictureId", "pictureAlternative", "pictureUrl", "sourceTitle", "sourceUrl"] as const;
export type CardField = (typeof cardFields)[number];

/** A card as it stands in a form; other names with semicolons between them. `pictureId`: of one that was uploaded. */
export type TypedCard = { id: string } & Record<CardField, string>;

/** What a card has that nothing is typed into yet. */
export const emptyFields = Object.fromEntries(cardFields.map((field) => [field, ""])) as Record<CardField, string>;

/** A mistake in one field; `card` is the position from 0 among all that were given. */
export type CardMistake = { card: number; field: CardField; code: CellMistakeCode | CardMistakeCode; value: string };

/** Whether nothing is typed into a card, so that it is none. */
export const isBlankCard = (card: TypedCard): boolean => cardFields.every((field) => card[field].trim() === "");
