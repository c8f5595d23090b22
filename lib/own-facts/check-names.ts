import { normaliseName } from "@/lib/facts/names";
import { ownLimits } from "./own-limits";
import { shownValue, type CellMistakeCode } from "./mistakes";

/** A thing and its other names; null where there is none, or none that could be read. */
export type Named = { name: string | null; aliases: readonly string[] };

export type NameMistake = { position: number; of: "name" | "aliases"; code: CellMistakeCode; value: string };

/**
 * What is wrong with the names of things that stand together (`position` from 0): each has one of its own, as names are compared, and an alias is no other's name.
 * The first of two with one name counts as its owner. A missing name is the caller's to find.
 */
export function checkNames(things: readonly Named[]): NameMistake[] {
  const owners = new Map<string, number>();
  const mistakes: NameMistake[] = [];
  const add = (position: number, of: "name" | "aliases", code: CellMistakeCode, value: string) => mistakes.push({ position, of, code, value: shownValue(value) });
  things.forEach(({ name }, position) => {
    if (name === null) return;
    const plain = normaliseName(name);
    if (plain === "") add(position, "name", "empty-name", name);
    else if (owners.has(plain)) add(position, "name", "duplicate-name", name);
    else owners.set(plain, position);
  });
  things.forEach(({ aliases }, position) => {
    if (aliases.length > ownLimits.aliases) add(position, "aliases", "too-many-aliases", aliases.join("; "));
    for (const alias of aliases) {
      const plain = normaliseName(alias);
      const owner = owners.get(plain);
      if (plain === "") add(position, "aliases", "wrong-kind", alias);
      else if (owner === undefined) owners.set(plain, position);
      else if (owner !== position) add(position, "aliases", "name-is-alias", alias);
    }
  });
  return mistakes;
}
