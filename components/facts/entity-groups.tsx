import { useTranslations } from "next-intl";
import Link from "next/link";
import { EntityList } from "./entity-list";
import type { NamedEntity, NamedGroup } from "./filter-entities";

const shownOfEach = 6;
const shownKinds = 12;

const factsOf = (entities: readonly NamedEntity[]) => entities.reduce((sum, entity) => sum + entity.factCount, 0);

/** What most is known about comes first. */
const byFacts = (groups: readonly NamedGroup[]) => [...groups].sort((a, b) => factsOf(b.entities) - factsOf(a.entities));
const bestKnown = (entities: readonly NamedEntity[]) => [...entities].sort((a, b) => b.factCount - a.factCount).slice(0, shownOfEach);

/** Kinds under their headings. Unless `isWhole`, a large one shows only its best known, and the kinds that little is known about are links. */
export function EntityGroups({ groups, isWhole }: { groups: readonly NamedGroup[]; isWhole: boolean }) {
  const t = useTranslations("explore");
  const sorted = byFacts(groups);
  const further = isWhole ? [] : sorted.slice(shownKinds);
  return (
    <div className="flex flex-col gap-10">
      {sorted.slice(0, isWhole ? undefined : shownKinds).map(({ type, label, entities }) => (
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
      {further.length > 0 && <MoreKinds groups={further} />}
    </div>
  );
}

function MoreKinds({ groups }: { groups: readonly NamedGroup[] }) {
  const t = useTranslations("explore");
  return (
    <section aria-labelledby="more-kinds" className="flex flex-col gap-2">
      <h2 id="more-kinds" className="text-22">
        {t("moreKinds")}
      </h2>
      <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {groups.map(({ type, label, entities }) => (
          <li key={type} className="border-b border-line">
            <Link
              href={{ pathname: "/explore", query: { type } }}
              prefetch={false}
              aria-label={t("allOfType", { count: entities.length, type: label })}
              className="flex min-h-12 items-baseline gap-x-2 py-2.5 hover:text-accent"
            >
              {label}
              <span className="text-14 text-muted">{entities.length}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
