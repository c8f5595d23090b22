import "server-only";
import type { AnswerDifficulty } from "@/lib/facts/answer-difficulty";
import { factQuerySchema, type FactQuery } from "@/lib/facts/fact-query";
import type { KeptPicture } from "@/lib/facts/model";
import { nameOf, statementOf } from "@/lib/facts/render";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import type { OwnContent } from "@/lib/own-facts/own-content";
import type { EntityId } from "@/lib/shared/ids";
import { typeName } from "./fact-kinds";

type Named = { id: string; name: string };

/** The first of a table; `rows`: how many it has in all. */
export type TableSummary = { id: string; name: string; headings: string[]; rows: number; first: { id: string; name: string; cells: (string | null)[] }[] };

/** What a set is made of, by names. */
export type SetContents = {
  topics: string[];
  entities: Named[];
  types: Named[];
  programmes: Named[];
  /** `name`: null for what is no type of entities, which is told by its id. */
  kinds: { id: string; name: string | null }[];
  difficulties: AnswerDifficulty[];
  /** Facts that were picked one by one. */
  picked: { id: string; statement: string }[];
  cards: { count: number; first: { id: string; term: string; definition: string; picture?: KeptPicture }[] };
  tables: TableSummary[];
};

/** More of a list are told by their number. */
const mostShown = { cards: 50, rows: 20 } as const;

function contentsOfOwn(own: OwnContent | null): Pick<SetContents, "cards" | "tables"> {
  const { cards, tables } = own ?? { cards: [], tables: [] };
  return {
    cards: { count: cards.length, first: cards.slice(0, mostShown.cards).map(({ id, term, definition, picture }) => ({ id, term, definition, ...(picture && "id" in picture && { picture }) })) },
    tables: tables.map(({ id, name, columns, rows }) => ({
      id, name, headings: columns.map(({ heading }) => heading), rows: rows.length, first: rows.slice(0, mostShown.rows).map(({ id: row, name: thing, cells }) => ({ id: row, name: thing, cells })),
    })),
  };
}

/** What the query names, as far as the content and the sets that it names facts of know it, and what the maker wrote. */
export function contentsOf(bases: FactBases, set: { query: unknown; ownFacts: unknown }): SetContents {
  const base = bases.main;
  const { topics, entities, facts, types = [], programmes = [], kinds = [], difficulties = [] } = factQuerySchema.parse(set.query);
  const named = (ids: readonly EntityId[]) => ids.filter((id) => base.entities.has(id)).map((id) => ({ id, name: nameOf(base, id, { bare: true }) }));
  return {
    topics,
    entities: named(entities),
    types: types.flatMap((id) => {
      const name = typeName(base, id);
      return name === null ? [] : [{ id, name }];
    }),
    programmes: named(programmes),
    kinds: kinds.map((id) => ({ id, name: typeName(base, id) })),
    difficulties,
    picked: facts.flatMap((id) => {
      const fact = bases.fact(id);
      return fact ? [{ id, statement: statementOf(bases.of(id), fact) }] : [];
    }),
    // It was checked when it was stored.
    ...contentsOfOwn(set.ownFacts as OwnContent | null),
  };
}

const plainKinds = new Set(["date", "measure", "count", "text", "other"]);

/** What is kept of a query: what the content, or of single facts a set of `bases`, knows, so that a set says what is in it; lists that may be left out are, where they are empty. */
export function knownPart(bases: FactBases, { topics, entities, facts, types = [], programmes = [], kinds = [], difficulties = [] }: FactQuery): FactQuery {
  const base = bases.main;
  const known = new Set(base.content.entities.map((entity) => entity.topic));
  const isKind = (kind: string) => plainKinds.has(kind) || base.types.has(kind);
  const more = { types: types.filter((type) => base.types.has(type)), programmes: programmes.filter((id) => base.entities.has(id)), kinds: kinds.filter(isKind) };
  return {
    topics: topics.filter((topic) => known.has(topic)), entities: entities.filter((id) => base.entities.has(id)), facts: facts.filter((id) => bases.fact(id)),
    ...(more.types.length > 0 && { types: more.types }), ...(more.programmes.length > 0 && { programmes: more.programmes }), ...(more.kinds.length > 0 && { kinds: more.kinds }),
    ...(difficulties.length > 0 && { difficulties }),
  };
}
