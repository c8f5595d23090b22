import { postOpen, type AttemptContext } from "@/app/api/quiz/handlers";
import { requireUser } from "@/lib/auth/current-user";
import { databaseClock } from "@/lib/data/database-clock";

export const POST = (request: Request, context: AttemptContext): Promise<Response> => postOpen(request, context, { requireUser, clock: databaseClock });
