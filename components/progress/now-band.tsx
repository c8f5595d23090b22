import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { studyAddress, type StudyScope } from "@/lib/questions/study-request";
import { Band } from "./band";
import { MasteryBars, type MasteryGroup } from "./mastery-bars";
import type { SubjectMap } from "./mastery-drawing";
import { MasteryMap } from "./mastery-map";

type Row = Omit<MasteryGroup, "name"> & { name: string | null };
type PlainKind = "date" | "measure" | "count" | "text" | "other";

type Knowledge = {
  facts: number;
  begun: number;
  recalled: number;
  low: number;
  high: number;
  kinds: readonly Row[];
  types: readonly Row[];
  topics: readonly Row[];
  hardest: { id: string; name: string | null; share: number; rest: number } | null;
  slipping: { topic: string; facts: number; scope: StudyScope } | null;
  map: SubjectMap;
};

const percent = (share: number) => Math.round(100 * share);

/** What learners wrote themselves is of this topic; it has no place on the map of the content. */
const ownTopic = "own";

/** Of fewer facts it is soon said. */
const fewestFurthest = 10;

/** What most of is recalled. */
function furthest(groups: readonly MasteryGroup[]): MasteryGroup | undefined {
  const begun = groups.filter(({ facts, recalled }) => facts >= fewestFurthest && Math.round(recalled) > 0);
  return begun.sort((a, b) => b.recalled / b.facts - a.recalled / a.facts)[0];
}

type NowBandProps = { report: Knowledge; topicName: (topic: string) => string };

export function NowBand({ report, topicName }: NowBandProps) {
  const t = useTranslations("progressNow");
  const { facts, begun, recalled, low, high, hardest, slipping } = report;
  const kindName = ({ id, name }: { id: string; name: string | null }) => name ?? t(`kinds.${id as PlainKind}`);
  const topics = report.topics.map((row) => ({ ...row, name: topicName(row.id) }));
  const types = report.types.map((row) => ({ ...row, name: row.name ?? row.id }));
  const figures = { recalled: Math.round(recalled), facts, low, high };
  const leader = (groups: readonly MasteryGroup[]) => {
    const first = furthest(groups);
    return first ? t("furthest", { name: first.name, recalled: Math.round(first.recalled), facts: first.facts }) : t("bars.nothing");
  };
  const kindsSummary = hardest ? t("kinds.hardest", { name: kindName(hardest), share: percent(hardest.share), rest: percent(hardest.rest) }) : t("kinds.even");
  const hasRange = low < high;
  const study = slipping && (
    <LinkButton href={studyAddress({ scope: slipping.scope, mode: "mix", length: null })} rel="nofollow" prefetch={false} className="py-2">
      {t("study", { topic: topicName(slipping.topic), facts: slipping.facts })}
    </LinkButton>
  );
  return (
    <Band question={t("title")} answer={hasRange ? t("answer", figures) : t("sure", figures)} remark={hasRange ? `${t("range", { begun })} ${t("holds")}` : t("range", { begun })} action={study}>
      <MasteryMap map={report.map} hasOwnFacts={report.topics.some(({ id }) => id === ownTopic)} />
      <div className="grid items-start gap-6 lg:grid-cols-3">
        <MasteryBars title={t("kinds.title")} heading={t("kinds.heading")} summary={begun > 0 ? kindsSummary : t("bars.nothing")} groups={report.kinds.map((row) => ({ ...row, name: kindName(row) }))} />
        <MasteryBars title={t("types.title")} heading={t("types.heading")} summary={leader(types)} groups={types} />
        <MasteryBars title={t("topics.title")} heading={t("topics.heading")} summary={leader(topics)} groups={topics} />
      </div>
    </Band>
  );
}
