import "server-only";
import { factsIn, type FactQuery } from "@/lib/facts/fact-query";
import type { Fact } from "@/lib/facts/model";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import { fragileDays, weakRecall } from "@/lib/progress/weak-facts";
import type { StudyScope } from "@/lib/questions/study-request";
import type { QuizScope } from "@/lib/quiz/quiz-setup";
import { factorOf } from "@/lib/scheduling/calibration";
import { AppError } from "@/lib/shared/app-error";
import { asEntityId } from "@/lib/shared/ids";
import { planOf, scopeOfPlan } from "./assignment-plan";
import { demandAssignment } from "./class-access";
import type { LearnerToday, Pool } from "./due-facts";
import { calibrationOf, ruleOf, type Learner } from "./learner";
import { basesOfFacts, contentAlone } from "./fact-bases";
import { factsNamed } from "./set-facts";
import { factsOfNamedSet, factsOfWork, type QuizFacts } from "./shared-scope";
import { isStanding } from "./standing-answers";
import type { Transaction } from "./transaction";
import { findUsableSet } from "./usable-set";
import type { Viewer } from "./viewer";
import { withheldEvents } from "./withheld-answers";

/** What a session may ask. */
export type ScopedFacts = {
  /** What the new facts belong to; the begun ones may be of other sets. */
  bases: FactBases;
  /** Where begun facts are taken from. */
  pool: Pool;
  /** Only these misses and changed facts, by any of their ids; null for all. */
  urgent: readonly string[] | null;
  /** New facts: as far as the day has room, any of these, or none. */
  fresh: "by room" | ReadonlySet<Fact> | null;
  /** Facts that are easily taken for each other stay a day apart. */
  isSpaced: boolean;
  /** Misses of today come once more after they have been put right. */
  isRepeated: boolean;
};

/** What is due by the plan, and new facts as far as there is room. */
export const allThatIsDue = (): ScopedFacts => ({ bases: contentAlone(), pool: { kind: "due" }, urgent: null, fresh: "by room", isSpaced: true, isRepeated: false });

const idsOf = (facts: readonly Fact[]): string[] => facts.flatMap(({ id, formerIds }) => [id, ...formerIds]);

function about({ facts, bases }: Pick<QuizFacts, "facts" | "bases">): ScopedFacts {
  const factIds = idsOf(facts);
  return { bases, pool: { kind: "listed", factIds }, urgent: factIds, fresh: new Set(facts), isSpaced: true, isRepeated: false };
}

const noSuch = (what: string) => new AppError("NOT_FOUND", `There is no such ${what}.`);
const noQuery: FactQuery = { topics: [], entities: [], facts: [] };

async function scopeOfAssignment(tx: Transaction, viewer: Viewer, id: string): Promise<QuizScope> {
  const { assignment } = await demandAssignment(tx, viewer, id, "see-assignments");
  return scopeOfPlan(planOf(assignment));
}

/** A mistake is told for so many days. */
const mistakeDays = 7;

/** More than a session holds. */
const mostMistakes = 200;

/** Answered wrongly in the last week, or before and not asked since; what was wrong in a quiz whose answers are not told yet is not told here either. */
export async function findMistakes(tx: Transaction, { userId, today }: LearnerToday): Promise<string[]> {
  const rows = await tx.$queryRaw<{ factId: string }[]>`
    WITH withheld AS (${withheldEvents(userId)})
    SELECT DISTINCT e."factId" FROM "ReviewEvent" e
    WHERE e."userId" = ${userId}::uuid AND e."learnerDay" > (${today}::date - ${mistakeDays}::int)::text AND e."rating" = 1
      AND ${isStanding()} AND e."id" NOT IN (SELECT "eventId" FROM withheld)
    UNION
    (SELECT "factId" FROM "MemoryState" WHERE "userId" = ${userId}::uuid AND "dueOn" < ${today} AND "dueOn" <= "lastDay"
      AND "factId" NOT IN (SELECT r."factId" FROM "ReviewEvent" r JOIN withheld ON r."id" = withheld."eventId") ORDER BY "dueOn" DESC LIMIT ${mostMistakes})
    LIMIT ${mostMistakes}`;
  return rows.map(({ factId }) => factId);
}

/** What a scope stands for on the learner's day. Throws NOT_FOUND for a topic or entity that the content does not know, and for a set or an assignment that the learner may not use. */
export async function resolveScope(tx: Transaction, learner: Learner, today: LearnerToday["today"], scope: StudyScope): Promise<ScopedFacts> {
  const [viewer, bases] = [{ userId: learner.id }, contentAlone()];
  const base = bases.main;
  switch (scope.kind) {
    case "due":
      return allThatIsDue();
    case "weak": {
      const forgottenAfter = ruleOf(learner).engine.exactInterval({ stabilityDays: 1, difficulty: 5 }, weakRecall) * factorOf(calibrationOf(learner));
      return { bases, pool: { kind: "weak", fragileDays, forgottenAfter }, urgent: null, fresh: null, isSpaced: true, isRepeated: false };
    }
    case "mistakes": {
      const factIds = await findMistakes(tx, { userId: learner.id, today });
      return { bases, pool: { kind: "listed", factIds }, urgent: factIds, fresh: null, isSpaced: false, isRepeated: false };
    }
    case "topic":
      if (!base.content.entities.some(({ topic }) => topic === scope.id)) throw noSuch("topic");
      return about({ bases, facts: factsIn(base, { ...noQuery, topics: [scope.id] }) });
    case "entity":
      if (!base.entities.has(asEntityId(scope.id))) throw noSuch("entity");
      return about({ bases, facts: factsIn(base, { ...noQuery, entities: [asEntityId(scope.id)] }) });
    case "set":
      return about(await factsOfNamedSet(tx, await findUsableSet(tx, viewer, scope.id)));
    case "assignment":
      return about(await factsOfWork(tx, await scopeOfAssignment(tx, viewer, scope.id)));
    case "facts": {
      const named = await basesOfFacts(tx, viewer, scope.ids);
      return { ...about({ bases: named, facts: factsNamed(named, scope.ids) }), isSpaced: false, isRepeated: true };
    }
  }
}
