export type NamedEntity = { id: string; name: string; zh?: string; pinyin?: string; aliases: string[]; factCount: number };
export type NamedGroup = { type: string; label: string; entities: NamedEntity[] };

/** Letters and digits only, without accents and case: "Cháng'é wǔhào" and "change wuhao" are the same. */
const searchForm = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const namesOf = ({ name, zh, pinyin, aliases }: NamedEntity) => [name, zh ?? "", pinyin ?? "", ...aliases];

/** Entities that have the query inside one of their names, in their groups; a query without letters or digits keeps all. */
export function filterEntities(groups: readonly NamedGroup[], query: string): NamedGroup[] {
  const wanted = searchForm(query);
  if (wanted === "") return [...groups];
  return groups
    .map((group) => ({ ...group, entities: group.entities.filter((entity) => namesOf(entity).some((name) => searchForm(name).includes(wanted))) }))
    .filter((group) => group.entities.length > 0);
}
