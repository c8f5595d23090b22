import { demandSameOrigin } from "@/app/api/_http/body";
import { failed, respond } from "@/app/api/_http/respond";
import { liveAssignment } from "@/lib/data/class-live";
import type { DatabaseClock } from "@/lib/data/database-clock";
import { cellDetails } from "@/lib/data/gradebook-cell";
import type { Viewer } from "@/lib/data/viewer";

export type LiveEdge = { requireUser: () => Promise<Viewer>; clock: DatabaseClock };
export type AssignmentContext = { params: Promise<{ assignmentId: string }> };

/** How a quiz stands; nothing but the status where nothing has changed since the version that the browser has. */
export async function getLive(request: Request, { params }: AssignmentContext, { requireUser, clock }: LiveEdge): Promise<Response> {
  try {
    demandSameOrigin(request);
    const [viewer, { assignmentId }] = [await requireUser(), await params];
    const live = await liveAssignment(viewer, assignmentId, clock);
    const etag = `"${live.version}"`;
    const headers = { "cache-control": "private, no-cache", etag };
    return request.headers.get("if-none-match") === etag ? new Response(null, { status: 304, headers }) : Response.json(live, { headers });
  } catch (error) {
    return failed(error);
  }
}

export type CellContext = { params: Promise<{ assignmentId: string; userId: string }> };
export type CellEdge = { requireUser: () => Promise<Viewer>; now: () => Date };

/** What stands behind a cell of the gradebook. */
export const getCell = (request: Request, { params }: CellContext, { requireUser, now }: CellEdge): Promise<Response> =>
  respond(async () => {
    demandSameOrigin(request);
    const [viewer, { assignmentId, userId }] = [await requireUser(), await params];
    return cellDetails(viewer, assignmentId, userId, now());
  });
