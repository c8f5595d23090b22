import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { EntityGroups } from "@/components/facts/entity-groups";
import { EntityList } from "@/components/facts/entity-list";
import { EntitySearch } from "@/components/facts/entity-search";
import { filterEntities } from "@/components/facts/filter-entities";
import { KindsChart } from "@/components/facts/kinds-chart";
import { listEntities } from "@/lib/data/explore";

type Query = { q?: string | string[]; type?: string | string[] };

const textOf = (value: string | string[] | undefined) => (typeof value === "string" ? value.trim().slice(0, 100) : "");

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("explore");
  return { title: t("title") };
}

export default async function ExplorePage({ searchParams }: { searchParams: Promise<Query> }) {
  const [groups, t, { q, type }] = await Promise.all([listEntities(), getTranslations("explore"), searchParams]);
  const query = textOf(q);
  const chosen = query === "" ? groups.find((group) => group.type === textOf(type)) : undefined;
  const found = query === "" ? [] : filterEntities(groups, query);
  const all = groups.flatMap((group) => group.entities);
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-2">
        <h1 className="text-28 sm:text-36">{chosen?.label ?? t("title")}</h1>
        <p className="text-muted">
          {t("lead", { entities: all.length, facts: all.reduce((sum, entity) => sum + entity.factCount, 0) })}
        </p>
      </div>
      <EntitySearch query={query} />
      {query === "" && (!chosen || chosen.type === "launch_vehicle") && (
        <p>
          <Link href="/explore/to-scale" className="link">
            {t("toScale")}
          </Link>
        </p>
      )}
      {(query !== "" || chosen) && (
        <p role="status" className="flex flex-wrap gap-x-4">
          {query !== "" && <span>{t("found", { count: found.reduce((sum, group) => sum + group.entities.length, 0), query })}</span>}
          <Link href="/explore" className="link">
            {t("clear")}
          </Link>
        </p>
      )}
      {query !== "" && found.length === 0 && <p>{t("nothing")}</p>}
      {chosen ? <EntityList entities={chosen.entities} /> : <EntityGroups groups={query === "" ? groups : found} isWhole={query !== ""} />}
      {query === "" && !chosen && (
        <KindsChart kinds={groups.map((group) => ({ type: group.type, label: group.label, count: group.entities.length }))} />
      )}
    </div>
  );
}
