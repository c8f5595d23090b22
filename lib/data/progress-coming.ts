import "server-only";
import { getDatabase } from "@/lib/db/database";
import { forecastDays, type ForecastDay } from "@/lib/progress/forecast";
import type { Choice } from "@/lib/progress/what-if";
import { mostNamedFacts, type StudyScope } from "@/lib/questions/study-request";
import type { BudgetUnit } from "@/lib/scheduling/study-settings";
import { loadDayDone } from "./day-load";
import type { ComingFact } from "./learner-facts";
import type { ProgressBasis } from "./progress-basis";
import type { FilterName } from "./progress-filter";
import { goalsAhead, type GoalsAhead } from "./progress-goals";
import { situationOf } from "./what-if";

/** What a session can be about: all that is due, the set, or of a class what waits (`named` of `due`, the longest overdue first); null where a class has nothing that waits. */
export type ToStudy = { about: "all" | FilterName["kind"]; scope: StudyScope; named: number } | null;

/** `due`: facts that wait today. With a filter, `days` are about its begun facts only: which of the new ones will be of it is not known. */
export type ComingReport = {
  due: number;
  days: ForecastDay[];
  toStudy: ToStudy;
  /** What is set now. What comes of it is asked for when it is to be seen (what-if.ts): a year takes as long to reckon as several of the other bands. */
  setting: Choice & { unit: BudgetUnit; newFactsPerDay: number };
  goals: GoalsAhead;
};

const forecastLength = 30;

function toStudyOf({ filter, today }: ProgressBasis, begun: readonly ComingFact[]): ToStudy {
  if (filter === null) return { about: "all", scope: { kind: "due" }, named: 0 };
  if (filter.kind === "set") return { about: "set", scope: { kind: "set", id: filter.id }, named: 0 };
  const due = begun.flatMap(([id, state]) => (state && state.dueOn <= today ? [{ id, dueOn: state.dueOn }] : []));
  const ids = due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1)).slice(0, mostNamedFacts).map(({ id }) => id);
  return ids.length === 0 ? null : { about: "class", scope: { kind: "facts", ids }, named: ids.length };
}

/** What the next weeks hold. Without a filter, they are the beginning of the year that the settings are judged by (what-if.ts). */
export async function comingReport(basis: ProgressBasis): Promise<ComingReport> {
  const { learner, today, facts, coming, filter } = basis;
  const done = await loadDayDone(await getDatabase(), { userId: learner.id, today });
  const { load, ...terms } = situationOf(basis, done);
  const begun = filter ? coming(facts).filter(([, state]) => state !== null) : [];
  const shown = filter ? begun : terms.facts;
  const days = forecastDays({ ...terms, facts: shown.map(([, state]) => state) }, load, forecastLength);
  return {
    due: days[0]!.planned,
    days,
    toStudy: toStudyOf(basis, begun),
    setting: { desiredRetention: learner.desiredRetention, dailyBudget: learner.dailyBudget, unit: load.unit, newFactsPerDay: load.newFactsPerDay },
    goals: await goalsAhead(basis, done),
  };
}
