import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { dayNumber } from "@/lib/progress/day-number";
import type { LearningReport } from "@/lib/progress/learning-report";
import { loadProgressBasis, type ProgressBasis } from "./progress-basis";
import { comingReport, type ComingReport } from "./progress-coming";
import { filterChoices, type FilterChoices, type FilterName, type ProgressFilter } from "./progress-filter";
import { learningReport } from "./progress-learning";
import { knowledgeNow, type KnowledgeNow } from "./progress-now";
import { trustReport, type TrustReport } from "./progress-trust";
import { weakReport, type WeakReport } from "./progress-weak";
import type { Viewer } from "./viewer";

export type ProgressReport = {
  /** Answers ever given, whatever the filter: none means that there is nothing to tell yet. */
  answers: number;
  /** Learner's days since the last answer, whatever the filter; 0 without one. */
  daysAway: number;
  filter: FilterName | null;
  choices: FilterChoices;
  now: KnowledgeNow;
  learning: LearningReport;
  trust: TrustReport;
  coming: ComingReport;
  weak: WeakReport;
};

const daysAway = ({ history: { day, length }, today }: ProgressBasis) => (length === 0 ? 0 : Math.max(0, dayNumber(today) - day[length - 1]!));

/** What needs no further look into the database: a turn later, so that the others' questions are on their way and are answered meanwhile. */
async function reckon(basis: ProgressBasis): Promise<Pick<ProgressReport, "now" | "learning" | "trust">> {
  await nextTurn();
  return { now: knowledgeNow(basis), learning: learningReport(basis), trust: trustReport(basis) };
}

/** All that the page of progress tells. Throws as `loadProgressBasis` does. */
export async function progressReport(viewer: Viewer, wanted: ProgressFilter, now: Date): Promise<ProgressReport> {
  const basis = await loadProgressBasis(viewer, wanted, now);
  const [weak, coming, choices, reckoned] = await Promise.all([weakReport(basis), comingReport(basis), filterChoices(viewer), reckon(basis)]);
  const filter = basis.filter && { kind: basis.filter.kind, id: basis.filter.id, name: basis.filter.name };
  return { answers: basis.history.length, daysAway: daysAway(basis), filter, choices, ...reckoned, coming, weak };
}
