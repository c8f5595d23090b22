import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { asFactId } from "@/lib/shared/ids";
import type { OwnContent } from "./own-content";
import { ownIds, ownPrefix, setOfOwnFact } from "./own-ids";

/** What a set's own cards and tables say; `facts` in the order in which their maker wrote them. */
export type OwnBase = { base: FactBase; facts: readonly Fact[] };

/** The content and the own facts of some sets, side by side: no name, proof or version of one reaches into another. */
export type FactBases = {
  main: FactBase;
  /** By the set's id. */
  own: ReadonlyMap<string, OwnBase>;
  /** The base that a fact belongs to; the content's for what none of the sets knows. */
  of: (factId: string) => FactBase;
  /** By its id or a former one; nothing where no base knows it (any more). */
  fact: (factId: string) => Fact | undefined;
};

/** The content beside the own facts of some sets. */
export function joinBases(main: FactBase, own: ReadonlyMap<string, OwnBase>): FactBases {
  const of = (factId: string): FactBase => {
    const setId = own.size > 0 ? setOfOwnFact(factId) : undefined;
    return (setId === undefined ? undefined : own.get(setId)?.base) ?? main;
  };
  return { main, own, of, fact: (factId) => of(factId).facts.get(asFactId(factId)) };
}

/** The facts of a set's own base as they were written: the cards, then each table row by row. */
export function inWrittenOrder(base: FactBase, setId: string, { cards, tables }: OwnContent): Fact[] {
  const ids = ownIds(setId);
  const ofCards = cards.map(({ id }) => ids.fact(id, "definition"));
  const ofTables = tables.flatMap(({ rows, columns }) => rows.flatMap((row) => columns.map((column) => ids.fact(row.id, column.id))));
  return [...ofCards, ...ofTables].flatMap((id) => base.facts.get(id) ?? []);
}

/** The base with its facts' common source told by the set's name. Its version stays: another name makes no other questions. */
export function withSetName(base: FactBase, setId: string, name: string): FactBase {
  const id = ownIds(setId).source("own");
  const source = base.sources.get(id);
  return source ? { ...base, sources: new Map(base.sources).set(id, { ...source, title: `The cards and tables of “${name}”` }) } : base;
}

/** The sets whose own facts are among these, each once. */
export function setsOfFacts(factIds: Iterable<string>): string[] {
  const sets = new Set<string>();
  for (const factId of factIds) {
    const setId = factId.startsWith(ownPrefix) ? setOfOwnFact(factId) : undefined;
    if (setId !== undefined) sets.add(setId);
  }
  return [...sets];
}

/** Several versions in one text: the content's alone where there are no others, else followed by ` <set>=<version>` for each, in the order of their ids. */
export const versionText = (main: string, own: Iterable<readonly [setId: string, version: string]>): string => [main, ...[...own].map((parts) => parts.join("=")).sort()].join(" ");

/** The versions of all the bases, as `versionText` has them. */
export const versionsOf = ({ main, own }: Pick<FactBases, "main" | "own">): string => versionText(main.version, [...own].map(([setId, { base }]) => [setId, base.version] as const));

/** Of a `versionText`: the content's version, and each set's. */
export function readVersions(versions: string): { main: string; own: ReadonlyMap<string, string> } {
  const [main = "", ...own] = versions.split(" ");
  return { main, own: new Map(own.map((version) => [version.slice(0, version.indexOf("=")), version.slice(version.indexOf("=") + 1)])) };
}

/** Of a `versionText`: the version of the base that a fact belongs to; the content's for a fact of a set that it does not name. */
export function versionFor(versions: string, factId: string): string {
  const { main, own } = readVersions(versions);
  return own.get(setOfOwnFact(factId) ?? "") ?? main;
}
