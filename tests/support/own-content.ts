import { randomUUID } from "node:crypto";
import type { saveOwnTable } from "@/lib/data/set-own-table";
import { emptyFields, type TypedCard } from "@/lib/own-facts/typed-card";

/** A card as it is typed. */
export const card = (term: string, definition: string, more: Partial<TypedCard> = {}): TypedCard => ({ ...emptyFields, id: randomUUID(), term, definition, ...more });
export const apogee = card("apogee", "the highest point of an orbit", { sourceTitle: "Orbits", sourceUrl: "https://example.org/orbits" });
export const perigee = card("perigee", "the lowest point of an orbit");

type SavedTable = Parameters<typeof saveOwnTable>[1];
/** A table for a set that is to be made. */
export const tableOf = (text: string, more: Partial<SavedTable> = {}): SavedTable => ({ setId: randomUUID(), revision: null, tableId: randomUUID(), name: "Rockets", text, choices: {}, ...more });
