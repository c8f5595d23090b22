import "server-only";
import { byWay, isMostlyRecognised, type WayLine } from "@/lib/progress/by-form";
import { calibrationCurve, type CalibrationBin } from "@/lib/progress/calibration-curve";
import { judgeForecast, type ForecastVerdict } from "@/lib/progress/forecast-verdict";
import { foretoldReviews } from "@/lib/progress/foretold-reviews";
import { usualIntervals } from "@/lib/progress/usual-intervals";
import { factorOf } from "@/lib/scheduling/calibration";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { learnerDayOf, type LearnerDay } from "@/lib/scheduling/learner-day";
import { calibrationOf, ruleOf, type Learner } from "./learner";
import type { ProgressBasis } from "./progress-basis";

/** By what the learner's days are planned, and by what those of most people would be: the first intervals in days of a fact that is always known. */
export type PlanningReport = {
  intervals: number[];
  usual: number[];
  /** The learner's own parameters where they are in use: mean log losses on later reviews without and with them. */
  own: { since: LearnerDay; lossBefore: number; lossAfter: number | null } | null;
};

/** `isRecent`: only the last 90 days are judged. */
export type TrustReport = ForecastVerdict & { isRecent: boolean; bins: CalibrationBin[]; ways: WayLine[]; isMostlyRecognised: boolean; planning: PlanningReport };

const intervalsTold = 4;
const publishedEngine = createFsrsEngine();

function planningReport(learner: Learner): PlanningReport {
  const { desiredRetention, parameters } = learner;
  return {
    intervals: usualIntervals({ engine: ruleOf(learner).engine, factor: factorOf(calibrationOf(learner)), desiredRetention }, intervalsTold),
    usual: usualIntervals({ engine: publishedEngine, factor: 1, desiredRetention }, intervalsTold),
    own: parameters && { since: learnerDayOf(parameters.triedAt.getTime(), learner), lossBefore: parameters.lossBefore, lossAfter: parameters.lossAfter },
  };
}

/** Whether what was foretold of the viewer's answers came true: as the parameters in use now foretell it, each from the answers before it. */
export function trustReport({ history, mask, today, learner }: ProgressBasis): TrustReport {
  const { places, isRecent } = foretoldReviews(history, mask, today);
  const ways = byWay(history, places);
  return { ...judgeForecast(history, places), isRecent, bins: calibrationCurve(history, places), ways, isMostlyRecognised: isMostlyRecognised(ways), planning: planningReport(learner) };
}
