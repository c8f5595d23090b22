import { randomUUID } from "node:crypto";
import { getFactBase } from "@/lib/content/fact-base";
import type { FactSet, Prisma, PrismaClient } from "@/lib/db/generated/client";
import type { OwnCard, OwnContent, OwnTable } from "@/lib/own-facts/own-content";
import { readTable } from "@/lib/own-facts/read-table";
import { morning } from "./factories";

export const engineTable = `Engine\tFirst fired\tthrust (kN)\tTest site\tfuel
Azure Bell\t3 May 2011\t120\tLantian\tmethane
Copper Bell\t14 June 2013\t480\tWeinan\tkerosene
Jade Bell\t2 March 2015\t700\tTongzhou\thydrogen
Iron Bell\t9 September 2016\t1250\tFengtai\thydrazine
Silver Bell\t21 January 2018\t88\tHuairou\tethanol
Amber Bell\t30 November 2020\t2100\tDaxing\tpropane
`;

export const cardOf = (term: string, definition: string, more: Partial<OwnCard> = {}): OwnCard => ({ id: randomUUID(), term, definition, aliases: [], ...more });

export const orbitCards = (): OwnCard[] => [
  cardOf("zenithal pass", "the moment at which a station stands straight above its watcher", { source: { title: "Notes on passes", url: "https://passes.example/notes" }, picture: { alternative: "A station above a dish", url: "https://passes.example/dish.png" } }),
  cardOf("quiet arc", "the part of an orbit on which nothing is sent", { aliases: ["silent arc"] }),
  cardOf("long coast", "a stretch of flight with all engines off"),
  cardOf("cold soak", "the hours that a tank is filled before launch"),
];

/** The table that a text gives; fails with its mistakes where it has any. */
export function tableFrom(text: string, previous?: OwnTable): OwnTable {
  const table = readTable(text, { base: getFactBase(), newId: randomUUID, ...(previous && { previous }) });
  if (!table.ok) throw new Error(JSON.stringify(table.error));
  return table.value;
}

export const nothingAsked = { topics: [], entities: [], facts: [] };

/** Four cards and a table of six engines with four columns. */
export const ownContent = (): OwnContent => ({ cards: orbitCards(), tables: [tableFrom(engineTable)] });

export const createOwnSet = (database: PrismaClient, ownerId: string, ownFacts: OwnContent = ownContent(), data: Partial<Omit<FactSet, "query" | "ownFacts">> & { query?: object } = {}): Promise<FactSet> =>
  database.factSet.create({ data: { ownerId, name: "Bells and arcs", query: nothingAsked, ownFacts: ownFacts as unknown as Prisma.InputJsonValue, createdAt: morning, ...data } });

export const cardFactOf = (setId: string, { id }: OwnCard): string => `own.${setId}.${id}.definition`;

/** The fact of a cell, both counted from 0. */
export const cellFactOf = (setId: string, { rows, columns }: OwnTable, row: number, column: number): string => `own.${setId}.${rows[row]!.id}.${columns[column]!.id}`;

/** What a set's own facts are now. */
export async function ownOf(database: PrismaClient, setId: string): Promise<OwnContent> {
  return (await database.factSet.findUniqueOrThrow({ where: { id: setId } })).ownFacts as unknown as OwnContent;
}

/** Changes a set's own facts as an edit does: its revision goes up. */
export const editOwn = (database: PrismaClient, setId: string, ownFacts: OwnContent): Promise<FactSet> =>
  database.factSet.update({ where: { id: setId }, data: { ownFacts: ownFacts as unknown as Prisma.InputJsonValue, revision: { increment: 1 } } });

/** Lets a class use a set. */
export const lendSet = (database: PrismaClient, classId: string, setId: string) => database.classSet.create({ data: { classId, setId, publishedAt: morning } });
