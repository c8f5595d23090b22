import { typePath } from "./fact-base";
import { repeatedIds, unknownId, type Fault } from "./fault";
import type { Content, Entity, EntityType } from "./model";
import { normaliseName } from "./names";

function checkTypes(types: EntityType[]): Fault[] {
  const byId = new Map(types.map((type) => [type.id, type]));
  return types.flatMap((type) => {
    const at = { kind: "type", id: type.id, field: "parent" } as const;
    if (type.parent === null) return [];
    if (!byId.has(type.parent)) return [unknownId(at, "type", type.parent, byId.keys())];
    const path = typePath({ types: byId }, type.id);
    const isCyclic = path.includes(byId.get(path.at(-1)!)?.parent ?? "");
    return isCyclic ? [{ at, problem: `The type "${type.id}" lies below itself: ${path.join(" < ")}.`, mend: "Give one of them another parent, or none." }] : [];
  });
}

function checkEntities({ entities, types }: Content): Fault[] {
  const ids = new Set<string>(entities.map((entity) => entity.id));
  const typeIds = types.map((type) => type.id);
  const parents = new Set(types.map((type) => type.parent));
  return entities.flatMap((entity) => {
    const faults: Fault[] = entity.notToBeConfusedWith
      .filter((other) => !ids.has(other))
      .map((other) => unknownId({ kind: "entity", id: entity.id, field: "notToBeConfusedWith" }, "entity", other, ids));
    const at = { kind: "entity", id: entity.id, field: "type" } as const;
    if (!typeIds.includes(entity.type)) faults.push(unknownId(at, "type", entity.type, typeIds));
    else if (parents.has(entity.type)) {
      const leaves = types.filter((type) => type.parent === entity.type).map((type) => type.id);
      faults.push({ at, problem: `"${entity.type}" has kinds of its own, and an entity has the most exact type.`, mend: `Use one of: ${leaves.join(", ")}.` });
    }
    if (entity.labels.en.trim() === "") faults.push({ at: { ...at, field: "name" }, problem: "The English name is empty.", mend: "Write the name." });
    return faults;
  });
}

const namesWithField = (entity: Entity): [name: string, field: string][] => [
  [entity.labels.en, "name"],
  ...(entity.labels.zh ? [[entity.labels.zh, "zh"] as [string, string]] : []),
  ...entity.aliases.map((alias) => [alias, "aliases"] as [string, string]),
];

/** Names that two entities share make a question about either unanswerable, so they are found or declared. */
function checkNames({ entities, ambiguousAliases = [] }: Content): Fault[] {
  const declared = new Set(ambiguousAliases.map(normaliseName));
  const owners = new Map<string, Entity>();
  const faults: Fault[] = [];
  for (const entity of entities) {
    for (const [name, field] of namesWithField(entity)) {
      const normal = normaliseName(name);
      const owner = owners.get(normal);
      if (!owner) owners.set(normal, entity);
      if (!owner || owner.id === entity.id || declared.has(normal)) continue;
      faults.push({
        at: { kind: "entity", id: entity.id, field },
        problem: `"${name}" is also a name of "${owner.id}".`,
        mend: `Take it from one of the two, or declare "${name}" ambiguous.`,
      });
    }
  }
  return faults;
}

function checkUnits({ units }: Content): Fault[] {
  return units
    .filter((unit) => !(unit.factor > 0 && Number.isFinite(unit.factor)))
    .map((unit) => ({
      at: { kind: "unit", id: unit.id, field: "factor" },
      problem: `The factor of "${unit.id}" is ${unit.factor}.`,
      mend: `Say how much of the base unit of ${unit.dimension} one ${unit.id} is: a number above 0.`,
    }));
}

/** Ids used once, types that form a tree, entities of a leaf type, names that belong to one entity or are declared ambiguous, units with a factor. */
export function checkDeclarations(content: Content): Fault[] {
  return [
    ...repeatedIds("type", content.types.map(({ id }) => id)),
    ...repeatedIds("unit", content.units.map(({ id }) => id)),
    ...repeatedIds("qualifier", content.qualifiers.map(({ id }) => id)),
    ...repeatedIds("source", content.sources.map(({ id }) => id)),
    ...repeatedIds("predicate", content.predicates.map(({ id }) => id)),
    ...repeatedIds("entity", content.entities.map(({ id }) => id)),
    ...repeatedIds("fact", content.facts.flatMap(({ id, formerIds }) => [id, ...formerIds])),
    ...checkTypes(content.types),
    ...checkUnits(content),
    ...checkEntities(content),
    ...checkNames(content),
  ];
}
