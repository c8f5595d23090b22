import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import type { Assignment } from "@/lib/db/generated/client";
import { nameOf } from "@/lib/facts/render";
import { asEntityId } from "@/lib/shared/ids";
import { planOf, scopeOfPlan } from "./assignment-plan";
import type { QuizTitle } from "./quiz-title";

/** What is to be read with an assignment for `aboutOf`. */
export const withSetName = { set: { select: { name: true } } } as const;

/** What an assignment is about, for whoever puts it into words; `name` is null where its set or entity is gone. */
export function aboutOf(assignment: Pick<Assignment, "plan"> & { set: { name: string } | null }): QuizTitle {
  const [base, scope] = [getFactBase(), scopeOfPlan(planOf(assignment))];
  const entity = scope.kind === "entity" ? asEntityId(scope.id) : undefined;
  const name = entity !== undefined && base.entities.has(entity) ? nameOf(base, entity, { bare: true }) : null;
  return { kind: scope.kind, topics: scope.kind === "topics" ? scope.topics : [], name: scope.kind === "set" ? (assignment.set?.name ?? null) : name };
}
