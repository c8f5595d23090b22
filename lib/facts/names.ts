import type { EntityId } from "@/lib/shared/ids";
import type { FactBase } from "./fact-base";
import type { Entity } from "./model";

/** Every sign that is typed as an apostrophe; U+02BC and its kin count as letters, so they are named. */
const apostrophes = /['\u2018\u2019\u201B\u02BC\u02BB\u02B9\u2032`\u00B4\uFF07]/g;

/** A name as it is compared: compatibility form, no apostrophes or marks, dashes as spaces, lower case, no leading "the". */
export function normaliseName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(apostrophes, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\p{Pd}_\s]+/gu, " ")
    .toLowerCase()
    .trim()
    .replace(/^the /, "");
}

/** All names an entity goes by (label, Chinese label, aliases), normalised, without repeats. */
export function namesOf(entity: Entity): string[] {
  const names = [entity.labels.en, entity.labels.zh, ...entity.aliases].filter((name) => name !== undefined);
  return [...new Set(names.map(normaliseName))].filter((name) => name !== "");
}

const namesByBase = new WeakMap<FactBase["entities"], Map<EntityId, ReadonlySet<string>>>();

function knownNames(base: Pick<FactBase, "entities">, id: EntityId): ReadonlySet<string> {
  let names = namesByBase.get(base.entities);
  if (!names) namesByBase.set(base.entities, (names = new Map()));
  let own = names.get(id);
  if (!own) {
    const entity = base.entities.get(id);
    names.set(id, (own = new Set(entity ? namesOf(entity) : [])));
  }
  return own;
}

/** Whether the two entities go by a common name after normalising. */
export function sharesName(base: Pick<FactBase, "entities">, a: EntityId, b: EntityId): boolean {
  const others = knownNames(base, b);
  for (const name of knownNames(base, a)) if (others.has(name)) return true;
  return false;
}
