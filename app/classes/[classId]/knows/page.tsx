import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { makeMissedSetAction } from "./actions";
import { ClientMessages } from "@/app/_components/client-messages";
import { orNotFound } from "@/app/_components/or-not-found";
import { topicNames } from "@/app/_components/topic-names";
import { KnowsMissed } from "@/components/classroom/knows-missed";
import { KnowsRecall } from "@/components/classroom/knows-recall";
import { KnowsSet } from "@/components/classroom/knows-set";
import { currentUser } from "@/lib/auth/current-user";
import { classKnowledge, fewestPupils } from "@/lib/data/class-knows";
import { getSettings } from "@/lib/data/settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("analysis.knows");
  return { title: t("title") };
}

const longestClassName = 60;

export default async function KnowsPage({ params }: { params: Promise<{ classId: string }> }) {
  const [user, t, topicName, { classId }] = await Promise.all([currentUser(), getTranslations("analysis.knows"), topicNames(), params]);
  if (!user) redirect("/classes");
  const now = new Date();
  const { className, isArchived, pupils, facts, topics, missed } = await orNotFound(classKnowledge(user, classId, now));
  const { timeZone } = await getSettings(user);
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone }).format(now);
  const setName = t("set.name", { className: className.slice(0, longestClassName), day });
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-3">
        <h1 className="text-28">{t("title")}</h1>
        <p className="max-w-measure text-muted">{t("lead")}</p>
        {pupils === 0 && <p>{t("noPupils")}</p>}
        {pupils > 0 && facts === 0 && <p>{t("nothing")}</p>}
        {pupils > 0 && facts > 0 && topics === null && <p className="max-w-measure">{t("tooFew", { least: fewestPupils })}</p>}
      </div>
      {topics && topics.length > 0 && <KnowsRecall topics={topics.map((topic) => ({ ...topic, name: topicName(topic.topic) }))} />}
      {pupils > 0 && facts > 0 && (
        <KnowsMissed missed={missed}>
          {!isArchived && (
            <ClientMessages names={["analysis"]}>
              <KnowsSet classId={classId} name={setName} factIds={missed.map(({ factId }) => factId)} make={makeMissedSetAction} />
            </ClientMessages>
          )}
        </KnowsMissed>
      )}
    </div>
  );
}
