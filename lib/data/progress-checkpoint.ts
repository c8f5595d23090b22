import "server-only";
import { promisify } from "node:util";
import { constants, deflateRaw, inflateRaw } from "node:zlib";
import { packColumns, unpackColumns } from "@/lib/progress/history-bytes";
import type { History } from "@/lib/progress/history";
import type { Calibration } from "@/lib/scheduling/calibration";
import type { FactState } from "@/lib/scheduling/fact-state";
import { memoryModel, type LearnerMemory } from "@/lib/scheduling/learner-memory";
import type { Learner } from "./learner";
import { isStanding } from "./standing-answers";
import type { Transaction } from "./transaction";

/** What a learner's answers come to. */
export type Replayed = { history: History; memory: LearnerMemory };

/** What the answers given before an instant come to, and how many they are: those that count and those that were taken back. */
export type Checkpoint = Replayed & { throughMs: number; answers: number; takenBack: number };

const [squeeze, unfold] = [promisify(deflateRaw), promisify(inflateRaw)];
const quick = { level: constants.Z_BEST_SPEED };

/** All that decides what an answer folds to; accepted parameters never change. */
const ruleName = ({ desiredRetention, parametersId }: Learner) => `${memoryModel} ${desiredRetention} ${parametersId ?? "published"}`;

/** The names that the columns count by; `states` in the order of `factIds`. */
type Names = { factIds: string[]; forms: string[]; calibration: Calibration; states: FactState[] };

/** The bytes as base64: as bytes of their own they take several times as long through Prisma. Empty for the version that was unpacked last. */
type Row = { version: string; throughAt: Date; answers: number; takenBack: number; counted: string; measured: string; memory: string };

const bytesOf = (base64: string) => Buffer.from(base64, "base64");

/** Of more answers it would fill the memory: so many take 9 MB. */
const mostRemembered = 200_000;

/**
 * What was unpacked last: who looks at one page of progress after another has it unpacked once. It says nothing of whether it holds, which
 * each view asks the log; a row that is written anew has another version, and so is unpacked.
 */
let latest: { version: string; checkpoint: Checkpoint } | null = null;

async function unpack({ throughAt, answers, takenBack, ...row }: Row): Promise<Checkpoint | null> {
  const [counted, names] = await Promise.all([unfold(bytesOf(row.counted)), unfold(bytesOf(row.memory))]);
  const { factIds, forms, calibration, states } = JSON.parse(names.toString()) as Names;
  const history = unpackColumns({ counted, measured: bytesOf(row.measured) }, { factIds, forms });
  if (!history) return null;
  const memory = { calibration, facts: new Map(factIds.map((factId, i) => [factId, states[i]!])) };
  return { history, memory, throughMs: throughAt.getTime(), answers, takenBack };
}

/**
 * The learner's checkpoint; null where there is none that holds. Answers and undos are only ever added, so as long as no more of them
 * concern the time before `throughAt`, they are the same ones. One statement, so that what is counted is what was there. All answers less the
 * later ones are the earlier ones, and to count all takes a quarter of the time: an index without instants is a tenth as large.
 */
export async function readCheckpoint(tx: Transaction, learner: Learner): Promise<Checkpoint | null> {
  const known = latest;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT c."version", c."throughAt", c."answers", c."takenBack",
      CASE WHEN c."isKnown" THEN '' ELSE encode(c."counted", 'base64') END AS "counted",
      CASE WHEN c."isKnown" THEN '' ELSE encode(c."measured", 'base64') END AS "measured",
      CASE WHEN c."isKnown" THEN '' ELSE encode(c."memory", 'base64') END AS "memory"
    FROM (
      SELECT k.*, v."version", v."version" = ${known?.version ?? ""} AS "isKnown"
      FROM "ProgressCheckpoint" k, LATERAL (SELECT concat_ws(' ', k."userId", k.xmin, k."answers", k."takenBack") AS "version") v
    ) c
    WHERE c."userId" = ${learner.id}::uuid AND c."rule" = ${ruleName(learner)}
      AND c."answers" = (SELECT count(*) FROM "ReviewEvent" e WHERE e."userId" = c."userId")
        - (SELECT count(*) FROM "ReviewEvent" e WHERE e."userId" = c."userId" AND e."answeredAt" >= c."throughAt")
      AND c."takenBack" = (
        SELECT count(*) FROM "ReviewEvent" e
        WHERE e."userId" = c."userId" AND e."answeredAt" < c."throughAt" AND e."id" IN (SELECT u."undoes" FROM "UndoEvent" u WHERE u."userId" = c."userId") AND NOT ${isStanding()})`;
  if (!row) return null;
  if (known?.version === row.version) return known.checkpoint;
  const checkpoint = await unpack(row);
  if (checkpoint && checkpoint.answers <= mostRemembered) latest = { version: row.version, checkpoint };
  return checkpoint;
}

/** How many answers were given before an instant; of `standing` ones the rest was not taken back. */
export async function countBefore(tx: Transaction, { id }: Learner, throughMs: number, standing: number): Promise<Pick<Checkpoint, "answers" | "takenBack">> {
  const answers = await tx.reviewEvent.count({ where: { userId: id, answeredAt: { lt: new Date(throughMs) } } });
  return { answers, takenBack: answers - standing };
}

/** Keeps a checkpoint in place of the one before. Which of two comes last does not matter: each says itself when it holds. */
export async function keepCheckpoint(tx: Transaction, learner: Learner, { history, memory, throughMs, answers, takenBack }: Checkpoint): Promise<void> {
  const { factIds, forms } = history;
  const names = { factIds, forms, calibration: memory.calibration, states: factIds.map((factId) => memory.facts.get(factId)!) };
  const { counted, measured } = packColumns(history);
  const [squeezed, squeezedNames] = await Promise.all([squeeze(counted, quick), squeeze(JSON.stringify(names), quick)]);
  // Nothing is kept of a learner who has gone meanwhile.
  await tx.$executeRaw`
    INSERT INTO "ProgressCheckpoint" ("userId", "rule", "throughAt", "answers", "takenBack", "counted", "measured", "memory")
    SELECT "id", ${ruleName(learner)}, ${new Date(throughMs).toISOString()}::timestamptz, ${answers}, ${takenBack}, ${new Uint8Array(squeezed)}, ${measured}, ${new Uint8Array(squeezedNames)}
    FROM "User" WHERE "id" = ${learner.id}::uuid
    ON CONFLICT ("userId") DO UPDATE SET "rule" = EXCLUDED."rule", "throughAt" = EXCLUDED."throughAt", "answers" = EXCLUDED."answers",
      "takenBack" = EXCLUDED."takenBack", "counted" = EXCLUDED."counted", "measured" = EXCLUDED."measured", "memory" = EXCLUDED."memory"`;
}
