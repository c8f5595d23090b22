import "server-only";
import { learningReportOf, type LearningReport } from "@/lib/progress/learning-report";
import { ruleOf } from "./learner";
import { maskOf, type ProgressBasis } from "./progress-basis";

/** How the viewer has learnt over time. */
export function learningReport({ history, mask, facts, today, now, learner }: ProgressBasis): LearningReport {
  const askable = mask ?? maskOf(history, facts);
  return learningReportOf({ history, mask, askable, today, nowMs: now.getTime(), engine: ruleOf(learner).engine, desiredRetention: learner.desiredRetention });
}
