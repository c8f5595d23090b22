import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { topicNames } from "@/app/_components/topic-names";
import { EntitySearch } from "@/components/facts/entity-search";
import { ChooseForm } from "@/components/study/choose-form";
import { currentUser } from "@/lib/auth/current-user";
import { findEntity } from "@/lib/data/explore";
import { studyChoices } from "@/lib/data/study-choices";
import { parseScope, studyModes, type StudyScope } from "@/lib/questions/study-request";

type Query = { what?: string | string[]; how?: string | string[] };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("choose");
  return { title: t("title") };
}

const textOf = (value: string | string[] | undefined) => (typeof value === "string" ? value.slice(0, 300) : "");

const entityName = async (scope: StudyScope) => (scope.kind === "entity" ? findEntity(scope.id).then(({ name }) => name, () => null) : null);

export default async function ChoosePage({ searchParams }: { searchParams: Promise<Query> }) {
  const [user, { what, how }, t, nameOf] = await Promise.all([currentUser(), searchParams, getTranslations("choose"), topicNames()]);
  if (!user) redirect("/study");
  const asked = parseScope(textOf(what));
  const [{ topics, sets, ...choices }, other] = await Promise.all([studyChoices(user, new Date()), asked && entityName(asked)]);
  const isKnown = asked && (asked.kind !== "entity" || other !== null) && asked.kind !== "facts";
  const named = topics.map(({ topic, ...counts }) => ({ id: topic, name: nameOf(topic), ...counts })).sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  return (
    <div className="mx-auto flex max-w-column flex-col gap-8">
      <h1 className="text-28 sm:text-36">{t("title")}</h1>
      <ChooseForm
        choices={choices}
        topics={named}
        sets={sets}
        chosen={{ scope: isKnown ? asked : { kind: "due" }, mode: studyModes.find((mode) => mode === how) ?? "mix" }}
        other={other}
      />
      <section aria-labelledby="subject" className="flex flex-col gap-3 border-t border-line pt-8">
        <h2 id="subject" className="text-18">
          {t("subject.title")}
        </h2>
        <p className="text-muted">{t("subject.lead")}</p>
        <EntitySearch query="" />
      </section>
    </div>
  );
}
