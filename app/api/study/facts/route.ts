import { postFactChoice } from "@/app/api/study/facts/handlers";
import { requireUser } from "@/lib/auth/current-user";

export const POST = (request: Request): Promise<Response> => postFactChoice(request, { requireUser, clock: () => new Date() });
