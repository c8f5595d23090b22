import { useTranslations } from "next-intl";
import Link from "next/link";
import { EntityList } from "./entity-list";
import type { NamedEntity, NamedGroup } from "./filter-entities";

const shownOfEach = 6;

const factsOf = (entities: readonly NamedEntity[]) => entities.reduce((sum, entity) => sum + entity.factCount, 0);

/** What most is known about comes first. */
const byFacts = (groups: readonly NamedGroup[]) => [...groups].sort((a, b) => factsOf(b.entities) - factsOf(a.entities));
const bestKnown = (entities: readonly NamedEntity[]) => [...entities].sort((a, b) => b.factCount - a.factCount).slice(0, shownOfEach);

/** Kinds under their headings; of a large one only the best known, with a way to the rest, unless `isWhole`. */
export function EntityGroups({ groups, isWhole }: { groups: readonly NamedGroup[]; isWhole: boolean }) {
  const t = useTranslations("explore");
  return (
    <div className="flex flex-col gap-10">
      {byFacts(groups).map(({ type, label, entities }) => (
        <section key={type} aria-labelledby={`kind-${type}`} className="flex flex-col gap-2">
          <div className="flex items-baseline gap-3">
            <h2 id={`kind-${type}`} className="text-22">
              {label}
            </h2>
            <span className="text-14 text-muted">{entities.length}</span>
          </div>
          <EntityList entities={isWhole ? entities : bestKnown(entities)} />
          {!isWhole && entities.length > shownOfEach && (
            <Link
              href={{ pathname: "/explore", query: { type } }}
              aria-label={t("allOfType", { count: entities.length, type: label })}
              className="link flex min-h-11 items-center self-start text-14"
            >
              {t("all", { count: entities.length })}
            </Link>
          )}
        </section>
      ))}
    </div>
  );
}
