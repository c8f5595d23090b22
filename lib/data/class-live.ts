import "server-only";
import { createHash } from "node:crypto";
import { isGivenTo, nothingDone } from "@/lib/classroom/gradebook";
import type { LivePupil, LiveState } from "@/lib/classroom/live-work";
import { getDatabase } from "@/lib/db/database";
import type { AttemptState } from "@/lib/quiz/attempt";
import { demandAssignment } from "./class-access";
import type { DatabaseClock } from "./database-clock";
import { toGradedPupil, toGradedWork } from "./gradebook-rows";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** `version` changes with anything but the time: whoever has it need not be told again. `atMs` is the server's clock. */
export type LiveAssignment = { version: string; atMs: number; pupils: LivePupil[] };

type LiveRow = {
  userId: string; name: string; joinedAt: Date; removedAt: null; isChosen: boolean; isExcused: boolean;
  state: AttemptState | null; attempt: number; answered: number; questions: number; deadlineAt: Date | null; share: number | null;
};

/** Each pupil with the latest attempt and how much of it is answered; of the questions only whether there is an answer. */
const findRows = (tx: Transaction, classId: string, assignmentId: string) => tx.$queryRaw<LiveRow[]>`
  SELECT m."userId", m."name", m."joinedAt", m."removedAt", coalesce(w."isChosen", false) AS "isChosen", coalesce(w."isExcused", false) AS "isExcused",
    a."state", coalesce(a."attempt", 0)::int AS "attempt", coalesce(s."answered", 0)::int AS "answered", coalesce(s."questions", 0)::int AS "questions", a."deadlineAt",
    CASE WHEN a."state" = 'graded' AND a."mostPoints" > 0 THEN greatest(0, a."points" / a."mostPoints") END AS "share"
  FROM "ClassMember" m
  LEFT JOIN "AssignedWork" w ON w."assignmentId" = ${assignmentId}::uuid AND w."userId" = m."userId"
  LEFT JOIN (
    SELECT DISTINCT ON ("userId") "userId", "id", "state", "deadlineAt", "points", "mostPoints", count(*) OVER (PARTITION BY "userId") AS "attempt"
    FROM "QuizAttempt" WHERE "assignmentId" = ${assignmentId}::uuid ORDER BY "userId", "startedAt" DESC, "id" DESC
  ) a ON a."userId" = m."userId"
  LEFT JOIN LATERAL (SELECT count("response") AS "answered", count(*) AS "questions" FROM "QuizSlot" WHERE "attemptId" = a."id") s ON true
  WHERE m."classId" = ${classId}::uuid AND m."role" = 'pupil' AND m."removedAt" IS NULL`;

const stateOf: Record<AttemptState, LiveState> = { in_progress: "under-way", submitted: "handed-in", graded: "handed-in", abandoned: "empty" };

function toLivePupil({ userId, name, isExcused, state, attempt, answered, questions, deadlineAt, share }: LiveRow): LivePupil {
  const isUnderWay = state === "in_progress";
  const standing = isExcused ? "excused" : state === null ? "not-begun" : stateOf[state];
  return { userId, name, state: standing, attempt, answered, questions, endsAtMs: isUnderWay ? (deadlineAt?.getTime() ?? null) : null, share };
}

/** Who of a class has not begun a quiz, is under way or has handed in. Throws NOT_FOUND or FORBIDDEN where the viewer does not teach the class. */
export async function liveAssignment(viewer: Viewer, assignmentId: string, clock: DatabaseClock): Promise<LiveAssignment> {
  const database = await getDatabase();
  const { assignment } = await demandAssignment(database, viewer, assignmentId, "see-gradebook");
  const now = await clock(database);
  const work = toGradedWork(assignment);
  const rows = await findRows(database, assignment.classId, assignment.id);
  const given = rows.filter((row) => isGivenTo(work, toGradedPupil(row), { ...nothingDone, isBegun: row.attempt > 0, isChosen: row.isChosen, isExcused: row.isExcused }));
  const pupils = given.map(toLivePupil).sort((a, b) => (a.userId < b.userId ? -1 : 1));
  const version = createHash("sha256").update(JSON.stringify(pupils)).digest("base64url").slice(0, 22);
  return { version, atMs: now.getTime(), pupils };
}
