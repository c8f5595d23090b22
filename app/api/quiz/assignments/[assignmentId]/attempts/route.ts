import { postAssignedStart, type AssignmentContext } from "@/app/api/quiz/handlers";
import { requireUser } from "@/lib/auth/current-user";
import { databaseClock } from "@/lib/data/database-clock";

export const POST = (request: Request, context: AssignmentContext): Promise<Response> => postAssignedStart(request, context, { requireUser, clock: databaseClock });
