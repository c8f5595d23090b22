import "server-only";
import { AppError } from "@/lib/shared/app-error";
import type { AssignmentInput } from "./assignment-input";
import { publishAssignment } from "./assignment-publish";
import { changeAssignment, createAssignment } from "./assignment-write";
import type { DatabaseClock } from "./database-clock";
import type { Viewer } from "./viewer";

/** `assignmentId`: null for a new one. `isGiven`: whether the class is to have it at once. */
export type AssignmentForm = { classId: string; assignmentId: string | null; input: AssignmentInput; isGiven: boolean };

/** `problem`: why it could not be given; it is kept as a draft then. */
export type SavedAssignment = { assignmentId: string; problem: string | null };

/** Makes or changes an assignment and gives it to the class. Throws as `createAssignment` and `changeAssignment` do; what hinders giving only is told. */
export async function saveAssignment(viewer: Viewer, { classId, assignmentId: known, input, isGiven }: AssignmentForm, now: Date, clock: DatabaseClock): Promise<SavedAssignment> {
  if (known !== null) await changeAssignment(viewer, known, input, clock);
  const assignmentId = known ?? (await createAssignment(viewer, classId, input, now)).id;
  if (!isGiven) return { assignmentId, problem: null };
  try {
    await publishAssignment(viewer, assignmentId, now);
    return { assignmentId, problem: null };
  } catch (error) {
    if (error instanceof AppError && error.code === "INVALID") return { assignmentId, problem: error.message };
    throw error;
  }
}
