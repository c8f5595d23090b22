import { getLive, type AssignmentContext } from "@/app/api/classes/handlers";
import { requireUser } from "@/lib/auth/current-user";
import { databaseClock } from "@/lib/data/database-clock";

export const GET = (request: Request, context: AssignmentContext): Promise<Response> => getLive(request, context, { requireUser, clock: databaseClock });
