import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntityDrawing } from "@/components/drawings/entity-drawing";
import { EntityHeading } from "@/components/facts/entity-heading";
import { FactList } from "@/components/facts/fact-list";
import { MentionList } from "@/components/facts/mention-list";
import { numberSources } from "@/components/facts/number-sources";
import { SourceNotes } from "@/components/facts/source-notes";
import { orNotFound } from "@/app/_components/or-not-found";
import { KnownLine } from "@/components/progress/known-line";
import { LinkButton } from "@/components/ui/link-button";
import { currentUser } from "@/lib/auth/current-user";
import { findDrawing } from "@/lib/data/drawings";
import { findEntity } from "@/lib/data/explore";
import { subjectCounts } from "@/lib/data/subject-mastery";
import { studyAddress } from "@/lib/questions/study-request";
import { quizAddress } from "@/lib/quiz/address";
import { quizLengths } from "@/lib/quiz/quiz-setup";

type EntityPageProps = { params: Promise<{ entityId: string }> };

export async function generateMetadata({ params }: EntityPageProps): Promise<Metadata> {
  const entity = await orNotFound(findEntity((await params).entityId));
  return { title: entity.name };
}

const sectionHeading = "text-22";

export default async function EntityPage({ params }: EntityPageProps) {
  const { entityId } = await params;
  const [entity, drawing, user] = await Promise.all([orNotFound(findEntity(entityId)), findDrawing(entityId), currentUser()]);
  const counts = user && (await subjectCounts(user, entityId, new Date()));
  const begun = new Set(counts?.begunIds);
  const t = await getTranslations("explore.entity");
  const sources = numberSources(entity.groups.flatMap((group) => group.facts));
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className={drawing ? "" : "lg:col-span-2"}>
        <EntityHeading entity={entity} />
        {counts && counts.begun > 0 && <KnownLine subject={{ ...counts, id: entity.id }} />}
        {entity.askable > 0 && (
          <p className="mt-4 flex flex-wrap gap-2">
            <LinkButton href={studyAddress({ scope: { kind: "entity", id: entity.id }, mode: "mix", length: null })} rel="nofollow" prefetch={false}>
              {t("study", { count: entity.askable })}
            </LinkButton>
            {entity.askable >= quizLengths.least && (
              <LinkButton href={quizAddress({ scope: { kind: "entity", id: entity.id } })} look="quiet" rel="nofollow" prefetch={false}>
                {t("quiz")}
              </LinkButton>
            )}
            <LinkButton href={{ pathname: "/sets/new", query: { entity: entity.id } }} look="quiet" rel="nofollow" prefetch={false}>
              {t("makeSet")}
            </LinkButton>
            {user && (
              <LinkButton href={{ pathname: "/sets/add", query: { entity: entity.id } }} look="quiet" rel="nofollow" prefetch={false}>
                {t("addToSet")}
              </LinkButton>
            )}
          </p>
        )}
      </div>
      {drawing && <EntityDrawing name={entity.name} drawing={drawing} />}
      <section aria-labelledby="facts" className="flex flex-col gap-3">
        <h2 id="facts" className={sectionHeading}>
          {t("facts")}
        </h2>
        {entity.groups.length === 0 ? <p>{t("noFacts")}</p> : <FactList groups={entity.groups} numberOf={sources.numberOf} isBegun={({ id }) => begun.has(id)} />}
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
