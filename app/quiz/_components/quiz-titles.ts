import { getTranslations } from "next-intl/server";
import { topicNames } from "@/app/_components/topic-names";

/** As lib/data has it: topics by their ids, a set or a subject by the name it had when the quiz began. */
export type NamedScope = { kind: "all" | "mistakes" | "topics" | "entity" | "set"; topics: string[]; name: string | null };

const namedAtMost = 3;

/** What a quiz is about, in words. */
export async function quizTitles(): Promise<(scope: NamedScope) => string> {
  const [t, topicName] = await Promise.all([getTranslations("quizSetup.about"), topicNames()]);
  const list = new Intl.ListFormat("en-GB");
  return ({ kind, topics, name }) => {
    if (kind === "all" || kind === "mistakes") return t(kind);
    if (kind !== "topics") return name ?? t("gone");
    const rest = topics.length - namedAtMost;
    const names = topics.slice(0, namedAtMost).map(topicName);
    return list.format(rest > 0 ? [...names, t("moreTopics", { count: rest })] : names);
  };
}
