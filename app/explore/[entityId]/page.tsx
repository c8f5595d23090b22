import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntityDrawing } from "@/components/drawings/entity-drawing";
import { EntityHeading } from "@/components/facts/entity-heading";
import { FactList } from "@/components/facts/fact-list";
import { MentionList } from "@/components/facts/mention-list";
import { numberSources } from "@/components/facts/number-sources";
import { SourceNotes } from "@/components/facts/source-notes";
import { orNotFound } from "@/app/_components/or-not-found";
import { findDrawing } from "@/lib/data/drawings";
import { findEntity } from "@/lib/data/explore";

type EntityPageProps = { params: Promise<{ entityId: string }> };

export async function generateMetadata({ params }: EntityPageProps): Promise<Metadata> {
  const entity = await orNotFound(findEntity((await params).entityId));
  return { title: entity.name };
}

const sectionHeading = "text-22";

export default async function EntityPage({ params }: EntityPageProps) {
  const { entityId } = await params;
  const [entity, drawing] = await Promise.all([orNotFound(findEntity(entityId)), findDrawing(entityId)]);
  const t = await getTranslations("explore.entity");
  const sources = numberSources(entity.groups.flatMap((group) => group.facts));
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className={drawing ? "" : "lg:col-span-2"}>
        <EntityHeading entity={entity} />
      </div>
      {drawing && <EntityDrawing name={entity.name} drawing={drawing} />}
      <section aria-labelledby="facts" className="flex flex-col gap-3">
        <h2 id="facts" className={sectionHeading}>
          {t("facts")}
        </h2>
        {entity.groups.length === 0 ? <p>{t("noFacts")}</p> : <FactList groups={entity.groups} numberOf={sources.numberOf} />}
      </section>
      {entity.mentions.length > 0 && (
        <section aria-labelledby="mentions" className="flex flex-col gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-2">
          <h2 id="mentions" className={sectionHeading}>
            {t("mentions")}
          </h2>
          <MentionList groups={entity.mentions} />
        </section>
      )}
      {sources.list.length > 0 && (
        <section aria-labelledby="sources" className="flex flex-col gap-3">
          <h2 id="sources" className={sectionHeading}>
            {t("sources")}
          </h2>
          <SourceNotes sources={sources.list} />
        </section>
      )}
    </article>
  );
}
