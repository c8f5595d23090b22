import "server-only";
import { getDatabase } from "@/lib/db/database";
import { isUuid } from "@/lib/shared/ids";
import { givenTo } from "./assignment-due";
import type { Viewer } from "./viewer";

/** The work that an attempt is of. */
export type AttemptWork = { classId: string; className: string; assignmentId: string; title: string };

/** Of the viewer's own attempt; null for a quiz of one's own, and for work that the viewer does not see any more. */
export async function workOfAttempt(viewer: Viewer, attemptId: string): Promise<AttemptWork | null> {
  if (!isUuid(attemptId)) return null;
  const row = await (await getDatabase()).quizAttempt.findFirst({
    where: { id: attemptId, userId: viewer.userId, assignment: givenTo(viewer, {}) },
    select: { assignment: { select: { id: true, title: true, class: { select: { id: true, name: true } } } } },
  });
  if (!row?.assignment) return null;
  const { id, title, class: { id: classId, name } } = row.assignment;
  return { classId, className: name, assignmentId: id, title };
}
