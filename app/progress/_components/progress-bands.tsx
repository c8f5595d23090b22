import { TrySettings } from "./try-settings";
import { topicNames } from "@/app/_components/topic-names";
import { ComingBand } from "@/components/progress/coming-band";
import { LearningBand } from "@/components/progress/learning-band";
import { NowBand } from "@/components/progress/now-band";
import { TrustBand } from "@/components/progress/trust-band";
import { WeakBand } from "@/components/progress/weak-band";
import type { ProgressReport } from "@/lib/data/progress";

/** Some room above a band that one has come to by its link. */
const place = "scroll-mt-4";

/** The questions in the order in which a learner asks them. */
export async function ProgressBands({ report }: { report: ProgressReport }) {
  const topicName = await topicNames();
  return (
    <>
      <div id="now" className={place}>
        <NowBand report={report.now} topicName={topicName} />
      </div>
      <div id="learning" className={place}>
        <LearningBand report={report.learning} toStudy={report.coming.toStudy} />
      </div>
      <div id="trust" className={place}>
        <TrustBand report={report.trust} />
      </div>
      <div id="coming" className={place}>
        <ComingBand report={report.coming} about={report.filter?.kind ?? "all"} whatIf={<TrySettings report={report.coming} />} />
      </div>
      <div id="weak" className={place}>
        <WeakBand report={report.weak} filter={report.filter} />
      </div>
    </>
  );
}
