import { useTranslations } from "next-intl";
import { MasteryRow } from "@/components/progress/mastery-row";
import { ChartFrame } from "@/components/ui/chart-frame";
import { Table } from "@/components/ui/table";

export type ShownTopic = { topic: string; name: string; facts: number; begun: number; recalled: number };

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What an average pupil would recall, by topic. */
export function KnowsRecall({ topics }: { topics: readonly ShownTopic[] }) {
  const t = useTranslations("analysis.knows.recall");
  const all = { facts: sum(topics.map(({ facts }) => facts)), begun: Math.round(sum(topics.map(({ begun }) => begun))), recalled: Math.round(sum(topics.map(({ recalled }) => recalled))) };
  const columns = [{ heading: t("topic") }, ...[t("facts"), t("begun"), t("recalled"), t("share")].map((heading) => ({ heading, isNumber: true }))];
  const rows = topics.map(({ topic, name, facts, begun, recalled }) => ({ key: topic, cells: [name, facts, Math.round(begun), Math.round(recalled), t("percent", { percent: Math.round((100 * recalled) / facts) })] }));
  return (
    <ChartFrame title={t("title")} heading="h2" summary={t("summary", all)} tableLabel={t("table")} table={<Table caption={t("title")} isCaptionHidden columns={columns} rows={rows} />}>
      <ul className="grid gap-x-8 gap-y-3 text-14 sm:grid-cols-2">
        {topics.map(({ topic, name, facts, begun, recalled }) => (
          <li key={topic} className="flex min-w-0 flex-col gap-1">
            <MasteryRow name={name} of={t("of", { recalled: Math.round(recalled), facts })} facts={facts} begun={begun} recalled={recalled} />
          </li>
        ))}
      </ul>
      <p className="pt-3 text-14 text-muted">{t("key")}</p>
    </ChartFrame>
  );
}
