import { getTranslations } from "next-intl/server";
import type { english } from "@/messages/english";

/** What a topic is called; one of somebody's own content by the name of its file. */
export async function topicNames(): Promise<(topic: string) => string> {
  const t = await getTranslations("choose");
  return (topic) => {
    const key = topic as keyof typeof english.choose.topic;
    return t.has(`topic.${key}`) ? t(`topic.${key}`) : topic.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());
  };
}
