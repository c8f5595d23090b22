import "server-only";
import { getDatabase } from "@/lib/db/database";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import type { AssignmentInput } from "./assignment-input";
import { setOfPlan } from "./assignment-plan";
import { pupilsOf } from "./assignment-pupils";
import { demandClass } from "./class-access";
import { goalOutlook } from "./exam-plans";
import { loadLearnerFacts } from "./learner-facts";
import { factsOfWork } from "./shared-scope";
import { findUsableSet } from "./usable-set";
import type { Viewer } from "./viewer";

/** `reachable` of the `asked` pupils come to the goal with their own daily budgets; `asked` are fewer than `pupils` where those are too many to reckon for at once. */
export type Feasibility = { pupils: number; asked: number; reachable: number; facts: number };

/** A plan for each takes up to a few tenths of a second. */
export const mostAsked = 40;

/** Evenly among all, so that the answer speaks for the class. */
const someOf = <T>(all: readonly T[]): T[] => (all.length <= mostAsked ? [...all] : Array.from({ length: mostAsked }, (_, i) => all[Math.floor((i * all.length) / mostAsked)]!));

/** For how many of the pupils the goal of a study assignment, not yet saved, is within reach. For teachers. Throws as `createAssignment` does; INVALID for a quiz, and without a day it is due. */
export async function goalFeasibility(viewer: Viewer, classId: string, { plan, dueAt, isForAll, chosen }: AssignmentInput, now: Date): Promise<Feasibility> {
  const database = await getDatabase();
  const { row } = await demandClass(database, viewer, classId, "write-assignments");
  if (plan.kind !== "study" || dueAt === null || dueAt <= now) throw new AppError("INVALID", "Please say by when, from now on.");
  const setId = setOfPlan(plan);
  if (setId !== null) await findUsableSet(database, viewer, setId);
  const { facts } = await factsOfWork(database, plan.scope);
  const pupils = (await pupilsOf(database, row.id)).filter(({ userId }) => isForAll || chosen.includes(userId));
  const asked = someOf(pupils);
  let reachable = 0;
  for (const { userId } of asked) {
    const learnerFacts = await loadLearnerFacts({ userId }, now);
    const outlook = await goalOutlook(learnerFacts, facts, { examOn: learnerDayOf(dueAt.getTime(), learnerFacts.learner), goal: plan.goal });
    if (outlook?.kind === "reachable") reachable++;
  }
  return { pupils: pupils.length, asked: asked.length, reachable, facts: facts.length };
}
