import type { FactQuery } from "@/lib/facts/fact-query";
import type { OwnContent } from "./own-content";

/** A set as it is, or was. */
export type SetState = { name: string; query: FactQuery; ownFacts: OwnContent | null };

const queryParts = ["topics", "entities", "types", "programmes", "kinds", "difficulties", "facts"] as const;

/** What can change in a set beside its name, in the order in which it is told. */
export const setParts = [...queryParts, "cards", "tables", "rows"] as const;
export type SetPart = (typeof setParts)[number];

/** How many of a part came, went, and stayed with another content. */
export type PartChange = { part: SetPart; added: number; removed: number; changed: number };

/** `name`: the one before and the one after, null where it stayed. */
export type SetDifference = { name: { from: string; to: string } | null; parts: PartChange[] };

type Told = ReadonlyMap<string, string>;

/** Each by its id, with what it says. */
function toldBy(state: SetState, part: SetPart): Told {
  const { cards = [], tables = [] } = state.ownFacts ?? {};
  switch (part) {
    case "cards": return new Map(cards.map((card) => [card.id, JSON.stringify(card)]));
    // Of the table itself: what it and its columns are called and are. Its rows are told apart.
    case "tables": return new Map(tables.map(({ id, name, columns }) => [id, JSON.stringify([name, columns])]));
    case "rows": return new Map(tables.flatMap(({ id, columns, rows }) => rows.map(({ id: row, name, aliases, cells }) => [
      `${id} ${row}`, JSON.stringify([name, aliases, columns.map((column, at) => [column.id, cells[at]]).filter(([, cell]) => cell !== null).sort()]),
    ] as const)));
    default: return new Map((state.query[part] ?? []).map((each) => [each, ""]));
  }
}

function changeOf(part: SetPart, from: SetState, to: SetState): PartChange {
  const [was, is] = [toldBy(from, part), toldBy(to, part)];
  const count = (told: Told, isCounted: (id: string, text: string) => boolean) => [...told].filter(([id, text]) => isCounted(id, text)).length;
  return {
    part,
    added: count(is, (id) => !was.has(id)),
    removed: count(was, (id) => !is.has(id)),
    changed: count(is, (id, text) => was.has(id) && was.get(id) !== text),
  };
}

/** What became of a set from one state to another; parts that stayed as they were are left out, and so is the order of cards and rows. */
export function differenceOf(from: SetState, to: SetState): SetDifference {
  const parts = setParts.map((part) => changeOf(part, from, to)).filter(({ added, removed, changed }) => added + removed + changed > 0);
  return { name: from.name === to.name ? null : { from: from.name, to: to.name }, parts };
}
