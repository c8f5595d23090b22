import { useFormatter, useTranslations } from "next-intl";
import { compareMemory, type Comparison } from "./memory-words";
import { ParameterChoice } from "./parameter-choice";
import { TrialList, type ShownTrial } from "./trial-list";
import type { Save } from "./use-saving";

type MemoryReportProps = {
  report: Comparison & { itemCount: number; nextTrialAt: number; trials: readonly (ShownTrial & { isInUse: boolean })[] };
  timeZone: string;
  choose: Save<string | null>;
};

export function MemoryReport({ report, timeZone, choose }: MemoryReportProps) {
  const t = useTranslations("settings.memory");
  const format = useFormatter();
  const { factor, itemCount, nextTrialAt, trials } = report;
  const inUse = trials.find(({ isInUse }) => isInUse)?.id ?? null;
  const word = compareMemory(report);
  const values = { base: inUse === null ? "published" : "own", times: format.number(factor, { maximumSignificantDigits: 2 }) };
  const versions = trials.flatMap(({ id, version }) => (version === null ? [] : [{ id, version }])).reverse();
  return (
    <>
      <p className="max-w-measure">
        {t(word, values)} {word === "longer" || word === "shorter" ? t("counted") : null}
      </p>
      <p className="max-w-measure text-muted">{t("next", { count: itemCount, next: format.number(nextTrialAt) })}</p>
      <ParameterChoice versions={versions} inUse={inUse} choose={choose} />
      <div className="flex flex-col gap-2">
        <h3 className="text-18">{t("trials")}</h3>
        <TrialList trials={trials} timeZone={timeZone} />
      </div>
    </>
  );
}
