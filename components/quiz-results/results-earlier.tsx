import { useTranslations } from "next-intl";
import { ChartFrame } from "@/components/ui/chart-frame";
import { Table } from "@/components/ui/table";
import { EarlierPlot } from "./earlier-plot";
import type { ShownResults } from "./shown-results";

type ResultsEarlierProps = { results: ShownResults; timeZone: string };

const percentOf = (share: number) => Math.round(100 * share);

/** This quiz among those about the same before it. */
export function ResultsEarlier({ results, timeZone }: ResultsEarlierProps) {
  const t = useTranslations("quizResults.earlier");
  const { earlier, points, mostPoints, closedAt } = results;
  const share = mostPoints > 0 ? Math.max(0, points / mostPoints) : 0;
  const taken = [...earlier].reverse().map(({ at, share: then }) => ({ at, percent: percentOf(then) }));
  const all = [...taken, { at: closedAt, percent: percentOf(share) }];
  const dayOf = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone });
  const rows = all.map(({ at, percent }, i) => ({ key: String(i), cells: [dayOf.format(at), t("percent", { percent })] }));
  const best = Math.max(...taken.map(({ percent }) => percent));
  return (
    <ChartFrame
      title={t("title")}
      heading="h2"
      summary={t("summary", { percent: percentOf(share), last: taken.at(-1)!.percent, best, count: taken.length })}
      tableLabel={t("table")}
      table={<Table caption={t("title")} isCaptionHidden columns={[{ heading: t("when") }, { heading: t("share"), isNumber: true }]} rows={rows} />}
    >
      <EarlierPlot percents={all.map(({ percent }) => percent)} labels={{ first: t("oldest"), now: t("now") }} />
    </ChartFrame>
  );
}
