import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";
import type { ItemType } from "@/lib/questions/item";
import type { DistractorStatistics, PooledStatistics } from "@/lib/statistics/pooled-statistics";
import type { Verdict } from "@/lib/statistics/verdicts";
import { AnalysisVerdict } from "./analysis-verdict";
import { shownFacility, shownIndex, wholePercent } from "./analysis-words";

export type ShownGroup = PooledStatistics & { name: string; form: ItemType; verdicts: Verdict[] };
export type ShownDistractor = DistractorStatistics & { text: string };

function Folded({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <details className="border-t border-line">
      <summary className="min-h-11 content-center text-18 font-medium">{title}</summary>
      <div className="flex flex-col gap-3 pb-5">
        <p className="max-w-measure text-14 text-muted">{note}</p>
        {children}
      </div>
    </details>
  );
}

type GroupTableProps = { title: string; heading: string; groups: readonly ShownGroup[]; nameOf: (group: ShownGroup) => string };

function GroupTable({ title, heading, groups, nameOf }: GroupTableProps) {
  const t = useTranslations("analysis.groups");
  const columns = [{ heading }, { heading: t("questions"), isNumber: true }, { heading: t("answers"), isNumber: true }, { heading: t("facility"), isNumber: true }, { heading: t("discrimination"), isNumber: true }, { heading: t("advice") }];
  const rows = groups.map((group) => {
    const facility = shownFacility(group);
    const index = group.discriminationIndex;
    return {
      key: group.key,
      cells: [
        <span key="name" className="block min-w-44">{nameOf(group)}</span>, group.itemIds.length, group.reached, facility ? t("percent", { percent: wholePercent(facility.share) }) : t("none"), index === null ? t("none") : shownIndex(index),
        <AnalysisVerdict key="verdict" code={group.verdicts[0]!.code} />,
      ],
    };
  });
  return <Table caption={title} isCaptionHidden columns={columns} rows={rows} />;
}

function DistractorTable({ title, distractors, numberOf }: { title: string; distractors: readonly ShownDistractor[]; numberOf: (itemId: string) => number }) {
  const t = useTranslations("analysis.groups");
  const work = ({ functions, outdoesKeyIn }: ShownDistractor) => {
    if (outdoesKeyIn.length > 0) return t("outdoes", { numbers: outdoesKeyIn.map(numberOf).join(", ") });
    return functions === null ? t("tooFew") : t(functions ? "yes" : "no");
  };
  const columns = [{ heading: t("option") }, { heading: t("questions"), isNumber: true }, { heading: t("chosen"), isNumber: true }, { heading: t("works") }];
  const rows = distractors.map((distractor) => {
    const { key, text, itemIds, chosen } = distractor;
    return { key, cells: [text, itemIds.length, chosen.share === null ? t("none") : t("percent", { percent: wholePercent(chosen.share) }), work(distractor)] };
  });
  return <Table caption={title} isCaptionHidden columns={columns} rows={rows} />;
}

type AnalysisGroupsProps = { facts: readonly ShownGroup[]; templates: readonly ShownGroup[]; distractors: readonly ShownDistractor[]; numberOf: (itemId: string) => number };

/** The same answers by fact, by the way questions are made and by wrong option: generated questions have these in common. */
export function AnalysisGroups({ facts, templates, distractors, numberOf }: AnalysisGroupsProps) {
  const t = useTranslations("analysis.groups");
  const form = useTranslations("factHistory.answers.form");
  const named = ({ name, form: type }: ShownGroup) => t("named", { name, form: form(type) });
  return (
    <div className="border-b border-line">
      <Folded title={t("facts")} note={t("factsNote")}>
        <GroupTable title={t("facts")} heading={t("fact")} groups={facts} nameOf={({ name }) => name} />
      </Folded>
      <Folded title={t("templates")} note={t("templatesNote")}>
        <GroupTable title={t("templates")} heading={t("template")} groups={templates} nameOf={named} />
      </Folded>
      {distractors.length > 0 && (
        <Folded title={t("distractors")} note={t("distractorsNote")}>
          <DistractorTable title={t("distractors")} distractors={distractors} numberOf={numberOf} />
        </Folded>
      )}
    </div>
  );
}
