import { postSave, type AttemptContext } from "@/app/api/quiz/handlers";
import { requireUser } from "@/lib/auth/current-user";
import { readSession } from "@/lib/auth/session";
import { databaseClock } from "@/lib/data/database-clock";

export const POST = (request: Request, context: AttemptContext): Promise<Response> => postSave(request, context, { requireUser, readSession, clock: databaseClock });
