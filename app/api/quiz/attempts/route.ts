import { postStart } from "@/app/api/quiz/handlers";
import { requireUser } from "@/lib/auth/current-user";
import { databaseClock } from "@/lib/data/database-clock";

export const POST = (request: Request): Promise<Response> => postStart(request, { requireUser, clock: databaseClock });
