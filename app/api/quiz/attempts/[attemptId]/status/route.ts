import { getStatus, type AttemptContext } from "@/app/api/quiz/handlers";
import { requireUser } from "@/lib/auth/current-user";
import { databaseClock } from "@/lib/data/database-clock";

export const GET = (request: Request, context: AttemptContext): Promise<Response> => getStatus(request, context, { requireUser, clock: databaseClock });
