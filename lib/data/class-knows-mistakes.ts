import "server-only";
import type { FactBase } from "@/lib/facts/fact-base";
import { nameOf, statementOf } from "@/lib/facts/render";
import { mixedUp, type AskedItem } from "@/lib/grading/mixed-up";
import type { Response } from "@/lib/grading/grade";
import type { EntityId } from "@/lib/shared/ids";
import { Prisma } from "@/lib/db/generated/client";
import { wilsonInterval } from "@/lib/shared/interval";
import { basesOfPutFacts } from "./fact-bases";
import type { Transaction } from "./transaction";

/** So many pupils named `named` where `right` was right. */
export type ClassConfusion = { right: string; named: string; pupils: number };

/** A fact that `wrong` of `asked` pupils did not know when they were last asked in the class's quizzes. Nobody is named. */
export type MissedFact = { factId: string; statement: string; asked: number; wrong: number; confusions: ClassConfusion[] };

/** One pupil's mistake says nothing about a class. */
const fewestWrong = 2;
const mostMissed = 12;

/**
 * As SQL: the latest graded answer of each present pupil to each fact, or to some, in the published quizzes of a class; of several in one attempt the last. Attempts are few and get numbers in
 * the order of time; number, place (below 100) and whether it was wrong are one number. Pupils are small numbers and facts compare by their bytes, so that the greatest of each is found in memory
 * without sorting tens of thousands of answers. What a teacher left out of the marks was no answer.
 */
const latestAnswers = (classId: string, factIds: readonly string[] | null) => Prisma.sql`
  WITH attempt AS MATERIALIZED (
    SELECT a."id", a."userId", dense_rank() OVER (ORDER BY a."userId")::int AS "pupil", row_number() OVER (ORDER BY a."closedAt", a."id") AS "number"
    FROM "Assignment" w JOIN "QuizAttempt" a ON a."assignmentId" = w."id" AND a."state" = 'graded'
    JOIN "ClassMember" m ON m."classId" = w."classId" AND m."userId" = a."userId" AND m."role" = 'pupil' AND m."removedAt" IS NULL
    WHERE w."classId" = ${classId}::uuid AND w."isPublished"
  ), latest AS (
    SELECT a."pupil", s."factId" COLLATE "C" AS "factId", max((a."number" * 100 + s."position") * 2 + (s."score" < 1)::int) AS "last"
    FROM attempt a JOIN "QuizSlot" s ON s."attemptId" = a."id" AND s."verdict" IS NOT NULL AND s."verdict" <> 'ambiguous' AND NOT s."isLeftOut"
    WHERE ${factIds === null ? Prisma.sql`TRUE` : Prisma.sql`s."factId" IN (SELECT json_array_elements_text(${JSON.stringify(factIds)}::json))`}
    GROUP BY 1, 2
  )`;

type Count = { factId: string; asked: number; wrong: number };

const countWrong = (tx: Transaction, classId: string) => tx.$queryRaw<Count[]>`
  ${latestAnswers(classId, null)} SELECT "factId", count(*)::int AS "asked", sum("last" % 2)::int AS "wrong" FROM latest GROUP BY "factId" HAVING sum("last" % 2) >= ${fewestWrong}`;

type Line = { userId: string; factId: string; response: Response; type: AskedItem["type"]; direction: AskedItem["direction"]; key: AskedItem["key"]; claim: AskedItem["claim"] | null; entities: (EntityId | null)[] | null };

/** Of the wrong answers to a few facts what tells who was taken for whom, as for one learner (lib/data confusions). Each is fetched by its key: the database would else read every question before it picks. */
async function readMistakes(tx: Transaction, classId: string, factIds: readonly string[]): Promise<Line[]> {
  const [row] = await tx.$queryRaw<{ lines: string | null }[]>`
    ${latestAnswers(classId, factIds)} SELECT json_agg(json_build_object(
      'userId', a."userId", 'factId', l."factId", 'response', s."response", 'type', i."type", 'direction', i."direction", 'key', i."key", 'claim', i."claim",
      'entities', (SELECT json_agg(o."option"->'entity' ORDER BY o."place") FROM jsonb_array_elements(i."options") WITH ORDINALITY o("option", "place"))))::text AS "lines"
    FROM latest l JOIN attempt a ON a."number" = l."last" / 200
    CROSS JOIN LATERAL (SELECT "response", "item" FROM "QuizSlot" WHERE "attemptId" = a."id" AND "position" = l."last" / 2 % 100 LIMIT 1) s
    CROSS JOIN LATERAL jsonb_to_record(s."item") i("type" text, "direction" text, "key" jsonb, "claim" jsonb, "options" jsonb)
    WHERE l."last" % 2 = 1`;
  return row?.lines ? (JSON.parse(row.lines) as Line[]) : [];
}

/** Each pair with the pupils who show it; a pair that one of them shows alone is left out. */
function countPairs(base: FactBase, lines: readonly Line[]): ClassConfusion[] {
  const pairs = new Map<string, { right: EntityId; named: EntityId; who: Set<string> }>();
  for (const { userId, factId, response, type, direction, key, claim, entities } of lines) {
    const options = (entities ?? []).map((entity) => (entity === null ? {} : { entity }));
    for (const { right, named } of mixedUp(base, { type, direction, key, options, tests: [factId], ...(claim && { claim }) }, response)) {
      const pair = pairs.get(`${right} ${named}`) ?? { right, named, who: new Set() };
      pairs.set(`${right} ${named}`, pair);
      pair.who.add(userId);
    }
  }
  const isKnown = (id: EntityId) => base.entities.has(id);
  return [...pairs.values()]
    .filter(({ right, named, who }) => who.size >= fewestWrong && isKnown(right) && isKnown(named))
    .map(({ right, named, who }) => ({ right: nameOf(base, right, { bare: true }), named: nameOf(base, named, { bare: true }), pupils: who.size }))
    .sort((a, b) => b.pupils - a.pupils || (a.named < b.named ? -1 : 1));
}

/** How surely it is often wrong: few answers are not put before many. */
const surely = ({ wrong, asked }: Count) => wilsonInterval(wrong, asked).low;

/** What the pupils of a class most often had wrong in its quizzes, at most twelve facts, and what they took for what. */
export async function findMissed(tx: Transaction, classId: string): Promise<MissedFact[]> {
  const wronged = await countWrong(tx, classId);
  const bases = await basesOfPutFacts(tx, wronged.map(({ factId }) => factId));
  const counts = wronged.filter(({ factId }) => bases.fact(factId));
  const most = counts.sort((a, b) => surely(b) - surely(a) || (a.factId < b.factId ? -1 : 1)).slice(0, mostMissed);
  const lines = most.length === 0 ? [] : await readMistakes(tx, classId, most.map(({ factId }) => factId));
  return most.map(({ factId, asked, wrong }) => {
    const [base, fact] = [bases.of(factId), bases.fact(factId)!];
    return { factId: fact.id, statement: statementOf(base, fact), asked, wrong, confusions: countPairs(base, lines.filter((line) => line.factId === factId)) };
  });
}
