import "server-only";
import type { Assignment } from "@/lib/db/generated/client";
import { givenTo } from "./assignment-due";
import { factsOfAssignment, goalSharesOf, sharesOf, type GoalShare } from "./assignment-goal";
import { planOf } from "./assignment-plan";
import { pupilsCounted, pupilsOf } from "./assignment-pupils";
import { readWork, recordOf } from "./assignment-work";
import type { Transaction } from "./transaction";

/** Chances are sums of rounded numbers. */
const tolerance = 1e-9;

/** The goal is to recall so much when it is due, not only on the day it was learnt. */
const isReached = ({ whenDue }: GoalShare, goal: number) => whenDue >= goal - tolerance;

/** Writes down who has reached the goal by now. It is never taken back: what was reached in time stays done. Whoever is answering is waited for before anything is written, not after: they may be about to write the same. */
async function writeReached(tx: Transaction, assignmentId: string, userIds: readonly string[], at: Date): Promise<void> {
  if (userIds.length === 0) return;
  const sorted = JSON.stringify([...userIds].sort());
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" IN (SELECT json_array_elements_text(${sorted}::json)::uuid) ORDER BY "id" FOR KEY SHARE`;
  await tx.$executeRaw`
    INSERT INTO "AssignedWork" ("assignmentId", "userId", "reachedAt")
    SELECT ${assignmentId}::uuid, u::uuid, ${at}::timestamptz FROM json_array_elements_text(${sorted}::json) u
    ON CONFLICT ("assignmentId", "userId") DO UPDATE SET "reachedAt" = EXCLUDED."reachedAt" WHERE "AssignedWork"."reachedAt" IS NULL`;
}

type Goal = Pick<Assignment, "id" | "plan" | "opensAt" | "closesAt">;

/** Nothing is taken before it opens or once it is closed. */
const isOpenGoal = ({ plan, opensAt, closesAt }: Goal, now: Date) => planOf({ plan }).kind === "study" && (opensAt ?? now) <= now && (closesAt === null || now < closesAt);

/** Notes for one assignment, as of `at`, which of the pupils have come to its goal, out of shares reckoned just now, and gives them. The caller's transaction is a short one. */
export async function noteReached(tx: Transaction, assignment: Goal, shares: ReadonlyMap<string, GoalShare>, now: Date, at = now): Promise<Set<string>> {
  const plan = planOf(assignment);
  if (plan.kind !== "study" || !isOpenGoal(assignment, now)) return new Set();
  const reached = [...shares].filter(([, share]) => isReached(share, plan.goal)).map(([userId]) => userId);
  await writeReached(tx, assignment.id, reached, at);
  return new Set(reached);
}

/** Notes, as of `at`, who had come to the goal of a published assignment without answering anything for it: by what they knew before it opened, or before it became what it is. */
export async function noteKnown(tx: Transaction, assignment: Assignment, now: Date, at = now): Promise<void> {
  if (!isOpenGoal(assignment, now)) return;
  const records = await readWork(tx, [assignment.id]);
  const waiting = pupilsCounted(assignment, await pupilsOf(tx, assignment.classId), records).filter(({ userId }) => !recordOf(records, assignment.id, userId).row?.reachedAt);
  await noteReached(tx, assignment, await goalSharesOf(tx, assignment, waiting.map(({ userId }) => userId), now), now, at);
}

/** The goals that a learner has and has not come to yet. Somebody without such work is asked for by one query. */
const findGoals = (tx: Transaction, userId: string) =>
  tx.assignment.findMany({
    where: { AND: [givenTo({ userId }), { plan: { path: ["kind"], equals: "study" } }, { NOT: { work: { some: { userId, reachedAt: { not: null } } } } }] },
  });

/** After answers to some facts, by any of their ids: whether they brought the learner to the goal of an assignment. The caller holds the user's lock. */
export async function noteGoals(tx: Transaction, userId: string, factIds: readonly string[], now: Date): Promise<void> {
  const answered = new Set(factIds);
  for (const assignment of await findGoals(tx, userId)) {
    const facts = await factsOfAssignment(tx, assignment);
    if (!facts.some(({ id, formerIds }) => answered.has(id) || formerIds.some((former) => answered.has(former)))) continue;
    await noteReached(tx, assignment, await sharesOf(tx, facts, [userId], { now, dueAt: assignment.dueAt }), now);
  }
}

/** For somebody who has just joined: which goals they come with. The caller holds the user's lock. */
export async function noteKnownGoals(tx: Transaction, userId: string, now: Date): Promise<void> {
  for (const assignment of await findGoals(tx, userId)) await noteReached(tx, assignment, await goalSharesOf(tx, assignment, [userId], now), now);
}
