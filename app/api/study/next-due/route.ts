import { getNextDue } from "@/app/api/study/handlers";
import { requireUser } from "@/lib/auth/current-user";

export const GET = (request: Request): Promise<Response> => getNextDue(request, { requireUser, clock: () => new Date() });
