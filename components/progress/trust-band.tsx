import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { studyAddress } from "@/lib/questions/study-request";
import { fewestToJudge, type ForecastVerdict } from "@/lib/progress/forecast-verdict";
import type { CalibrationBin } from "@/lib/progress/calibration-curve";
import type { WayLine } from "@/lib/progress/by-form";
import { Band } from "./band";
import { TrustCurve } from "./trust-curve";
import { TrustPlanning, type Planning } from "./trust-planning";
import { TrustWays } from "./trust-ways";
import { asPercent } from "./trust-percent";

export type ShownTrust = ForecastVerdict & { isRecent: boolean; bins: readonly CalibrationBin[]; ways: readonly WayLine[]; isMostlyRecognised: boolean; planning: Planning };

/** Whether the forecasts came true: on the whole in the sentence, by what was foretold and by the way of answering in the pictures. */
export function TrustBand({ report }: { report: ShownTrust }) {
  const t = useTranslations("progressTrust");
  const { verdict, foretold, right, bins, ways, planning } = report;
  if (verdict === "few") {
    return <Band question={t("title")} answer={right.count === 0 ? t("none") : t("few", { count: right.count, needed: fewestToJudge })} />;
  }
  const action = report.isMostlyRecognised ? (
    <LinkButton href={studyAddress({ scope: { kind: "weak" }, mode: "flashcards", length: null })} prefetch={false}>
      {t("recall")}
    </LinkButton>
  ) : (
    <LinkButton href="/settings" prefetch={false}>
      {t("settings")}
    </LinkButton>
  );
  return (
    <Band question={t("title")} answer={t(`verdict.${verdict}`, { foretold: asPercent(foretold), right: asPercent(right.share) })} action={action}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <TrustCurve bins={bins} isRecent={report.isRecent} reviews={right.count} />
        <div className="flex min-w-0 flex-col gap-6">
          <TrustWays ways={ways} isMostlyRecognised={report.isMostlyRecognised} />
          <TrustPlanning planning={planning} />
        </div>
      </div>
    </Band>
  );
}
