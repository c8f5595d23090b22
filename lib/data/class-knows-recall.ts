import "server-only";
import type { Fact } from "@/lib/facts/model";
import { forgettingOf, idsOf, recallAfter } from "./assignment-goal";
import { basesOfPutFacts } from "./fact-bases";
import type { Transaction } from "./transaction";

/** For an average pupil: how many of the `facts` of a topic were answered at least once, and how many would be recalled today, as foretold; not whole. */
export type TopicRecall = { topic: string; facts: number; begun: number; recalled: number };

type Row = { topic: string; begun: number; recalled: number };

/** Each pupil's own curve on their own day, as for a goal of studying; summed up in the database, so that nobody's memory leaves it. */
async function sumByTopic(tx: Transaction, userIds: readonly string[], facts: readonly (ReturnType<typeof idsOf>[number] & { topic: string })[], now: Date): Promise<Row[]> {
  const learners = await tx.user.findMany({ where: { id: { in: [...userIds] } }, include: { parameters: true } });
  const pupils = learners.map((learner) => forgettingOf(learner, now.getTime(), 0));
  return tx.$queryRaw<Row[]>`
    WITH known AS MATERIALIZED (
      SELECT s."userId", f."id", f."isOnly", f."topic", s."lastDay", s."stabilityDays"
      FROM "MemoryState" s JOIN json_to_recordset(${JSON.stringify(facts)}::json) f("id" text, "stored" text, "isOnly" boolean, "topic" text) ON f."stored" = s."factId"
      WHERE s."userId" IN (SELECT json_array_elements_text(${JSON.stringify(userIds)}::json)::uuid)
    ), m AS (
      SELECT "userId", "topic", "lastDay", "stabilityDays" FROM known WHERE "isOnly"
      UNION ALL (SELECT "userId", "topic", "lastDay", "stabilityDays" FROM (SELECT DISTINCT ON ("userId", "id") * FROM known WHERE NOT "isOnly" ORDER BY "userId", "id", "lastDay" DESC) latest)
    )
    SELECT m."topic", count(*)::int AS "begun", ${recallAfter("today")} AS "recalled"
    FROM json_to_recordset(${JSON.stringify(pupils)}::json) p("userId" uuid, "today" text, "factor" float8, "exponent" float8, "stretch" float8)
    JOIN m ON m."userId" = p."userId"
    GROUP BY m."topic"`;
}

/** What the pupils would recall today of some facts, by topic, the one with most facts first. What nobody has begun counts as not known. */
export async function recallByTopic(tx: Transaction, { facts, userIds, now }: { facts: readonly Fact[]; userIds: readonly string[]; now: Date }): Promise<TopicRecall[]> {
  if (facts.length === 0 || userIds.length === 0) return [];
  const bases = await basesOfPutFacts(tx, facts.map(({ id }) => id));
  const topicOf = new Map(facts.map(({ id, subject }) => [id as string, bases.of(id).entities.get(subject)?.topic ?? ""]));
  const sums = new Map((await sumByTopic(tx, userIds, idsOf(facts).map((ids) => ({ ...ids, topic: topicOf.get(ids.id)! })), now)).map((row) => [row.topic, row]));
  const counts = new Map<string, number>();
  for (const topic of topicOf.values()) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const each = (sum: number | undefined) => (sum ?? 0) / userIds.length;
  return [...counts]
    .map(([topic, count]) => ({ topic, facts: count, begun: each(sums.get(topic)?.begun), recalled: each(sums.get(topic)?.recalled) }))
    .sort((a, b) => b.facts - a.facts || (a.topic < b.topic ? -1 : 1));
}
