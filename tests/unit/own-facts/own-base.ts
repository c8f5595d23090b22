import type { FactBase } from "@/lib/facts/fact-base";
import type { OwnCard, OwnTable } from "@/lib/own-facts/own-content";
import { ownFactBase } from "@/lib/own-facts/own-fact-base";
import { readTable, type ReadTableOptions } from "@/lib/own-facts/read-table";
import { makeFactBase } from "@/tests/support/fact-base";

/** A base of which the units matter: kg, t, m, km, day, year, astronaut. */
export const main: FactBase = makeFactBase({ entities: [], predicates: [] });

export const setId = "0b6f7a52-9a0e-4c5a-8f7e-2f4d6a1c3b58";

/** Ids in order: i1, i2, … */
export function idsFrom(prefix = "i"): () => string {
  let last = 0;
  return () => `${prefix}${++last}`;
}

export const read = (source: string | Uint8Array, options: Partial<ReadTableOptions> = {}) => readTable(source, { base: main, newId: idsFrom(), ...options });

/** The table that a text gives; fails with its mistakes where it has any. */
export function tableOf(source: string | Uint8Array, options: Partial<ReadTableOptions> = {}): OwnTable {
  const table = read(source, options);
  if (!table.ok) throw new Error(JSON.stringify(table.error.mistakes));
  return table.value;
}

/** The mistakes of a text as "row column code". */
export function mistakesOf(source: string | Uint8Array, options: Partial<ReadTableOptions> = {}): string[] {
  const table = read(source, options);
  return table.ok ? [] : table.error.mistakes.map(({ row, column, code }) => `${row} ${column} ${code}`);
}

export const cardOf = (position: number, term: string, definition: string, more: Partial<OwnCard> = {}): OwnCard => ({
  id: `00000000-0000-4000-8000-${String(position).padStart(12, "0")}`, term, definition, aliases: [], ...more,
});

/** The base of these cards and tables; fails with their mistakes where they have any. */
export function baseOf(tables: OwnTable[], cards: OwnCard[] = []): FactBase {
  const own = ownFactBase(main, setId, { cards, tables });
  if (!own.ok) throw new Error(JSON.stringify(own.error));
  return own.value;
}

export const rockets = `Rocket\tFirst flight\theight (m)\tLaunch site\tcrewed\tlaunched by\tfuel\tSuccessor
Long March 1\t24 April 1970\t29.5\tJiuquan\tno\tCALT\tnitric acid\tLong March 2
Long March 2\t5 Nov 1974\t31.2\tJiuquan\tno\tCALT\tdinitrogen tetroxide\tLong March 3
Long March 3\t1984-01-29\t43.25\tXichang\tno\tSAST\tliquid hydrogen\tLong March 7
Long March 2F\t1999-11-19\t62\tJiuquan\tyes\tCALT\tdimethyl hydrazine\tLong March 10
Long March 7\t2016-06-25\t53.1\tWenchang\tno\tSAST\tkerosene\t
Long March 5\t2016-11-03\t57\tWenchang\tno\tCALT\tcold propane\tLong March 9
Long March 11\t2015-09-25\t20.8\tHaiyang\tno\tCALT\tsolid propellant\t
Kuaizhou 1\t2013-09-25\t19.4\tJiuquan\tno\tExPace\thard rubber\t
`;
