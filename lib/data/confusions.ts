import "server-only";
import type { Response } from "@/lib/grading/grade";
import { mixedUp, type AskedItem, type MixedUp } from "@/lib/grading/mixed-up";
import type { FactBases } from "@/lib/own-facts/fact-bases";
import { countConfusions, type Confusion } from "@/lib/progress/confusions";
import type { EntityId } from "@/lib/shared/ids";
import { Prisma } from "@/lib/db/generated/client";
import { isStanding } from "./standing-answers";
import type { Transaction } from "./transaction";
import { withheldEvents } from "./withheld-answers";

/** What somebody mixed up longer ago than so many mistakes is history. */
const latestMistakes = 1000;

/** As SQL: the answer may show what was taken for what. An index has the same condition (migration mistakes_index); said otherwise, it is not used. */
const isMistake = Prisma.sql`(e."rating" = 1 OR e."verdict" = 'partial') AND e."form" NOT IN ('flashcard', 'ordering', 'comparison') AND (e."optionCount" IS NOT NULL OR e."verdict" = 'other-entity')`;

type Line = {
  factId: string; atMs: number; response: Response; type: AskedItem["type"]; direction: AskedItem["direction"]; key: AskedItem["key"];
  claim: AskedItem["claim"] | null; entities: (EntityId | null)[] | null;
};

/** The latest wrong and half-right answers that stand, with what of their items tells who was taken for whom: whole items would be megabytes, and each is unpacked once. Of what was typed only names of something else count. */
async function readMistakes(tx: Transaction, userId: string, factIds: readonly string[] | null): Promise<Line[]> {
  const isWanted = factIds === null ? Prisma.sql`TRUE` : Prisma.sql`e."factId" IN (SELECT json_array_elements_text(${JSON.stringify(factIds)}::json))`;
  const [row] = await tx.$queryRaw<{ lines: string | null }[]>`
    SELECT json_agg(json_build_object(
      'factId', m."factId", 'atMs', (extract(epoch FROM m."answeredAt") * 1000)::bigint, 'response', m."response", 'type', i."type", 'direction', i."direction", 'key', i."key", 'claim', i."claim",
      'entities', (SELECT json_agg(o."option"->'entity' ORDER BY o."place") FROM jsonb_array_elements(i."options") WITH ORDINALITY o("option", "place"))))::text AS "lines"
    FROM (
      SELECT e."factId", e."answeredAt", e."response", e."presentationId" FROM "ReviewEvent" e
      WHERE e."userId" = ${userId}::uuid AND ${isMistake} AND ${isWanted} AND ${isStanding()} AND e."id" NOT IN (${withheldEvents(userId)})
      ORDER BY e."answeredAt" DESC, e."id" DESC LIMIT ${latestMistakes}
    ) m JOIN "Presentation" p ON p."id" = m."presentationId"
    CROSS JOIN LATERAL jsonb_to_record(p."item") i("type" text, "direction" text, "key" jsonb, "claim" jsonb, "options" jsonb)`;
  return row?.lines ? (JSON.parse(row.lines) as Line[]) : [];
}

function mixedUpIn(bases: FactBases, { factId, response, type, direction, key, claim, entities }: Line): MixedUp[] {
  const options = (entities ?? []).map((entity) => (entity === null ? {} : { entity }));
  const base = bases.of(factId);
  const pairs = mixedUp(base, { type, direction, key, options, tests: [factId], ...(claim && { claim }) }, response);
  return pairs.filter(({ right, named }) => base.entities.has(right) && base.entities.has(named));
}

/** Each pair once, however many wrong pairs of a matching show it. */
const distinct = (pairs: readonly MixedUp[]): MixedUp[] => pairs.filter(({ right, named }, i) => i === pairs.findIndex((pair) => [pair.right, pair.named].sort().join() === [right, named].sort().join()));

/** What the learner takes for what, from the latest wrong answers to some facts, or to all (null). What none of the bases knows (any more) is left out. */
export async function findConfusions(tx: Transaction, bases: FactBases, userId: string, { factIds, now }: { factIds: readonly string[] | null; now: Date }): Promise<Confusion[]> {
  const lines = await readMistakes(tx, userId, factIds);
  const mistakes = lines.flatMap((line) => distinct(mixedUpIn(bases, line)).map((pair) => ({ ...pair, factId: line.factId, atMs: line.atMs })));
  return countConfusions(mistakes, now.getTime());
}
