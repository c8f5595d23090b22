import "server-only";
import { isUuid } from "@/lib/shared/ids";
import { demandAssignment, type AssignmentAccess } from "./class-access";
import type { Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** An assignment that its teachers change one at a time, and that nobody begins meanwhile: those who begin lock it for sharing. Throws as `demandAssignment` does. */
export async function holdAssignment(tx: Transaction, viewer: Viewer, assignmentId: string): Promise<AssignmentAccess> {
  if (isUuid(assignmentId)) await tx.$queryRaw`SELECT 1 FROM "Assignment" WHERE "id" = ${assignmentId}::uuid FOR NO KEY UPDATE`;
  return demandAssignment(tx, viewer, assignmentId, "write-assignments");
}
