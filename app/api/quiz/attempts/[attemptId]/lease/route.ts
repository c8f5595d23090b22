import { postLease, type AttemptContext } from "@/app/api/quiz/handlers";
import { requireUser } from "@/lib/auth/current-user";
import { databaseClock } from "@/lib/data/database-clock";

export const POST = (request: Request, context: AttemptContext): Promise<Response> => postLease(request, context, { requireUser, clock: databaseClock });
