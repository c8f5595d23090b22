import { postAnswer } from "@/app/api/study/handlers";
import { requireUser } from "@/lib/auth/current-user";

export const POST = (request: Request): Promise<Response> => postAnswer(request, { requireUser, clock: () => new Date() });
