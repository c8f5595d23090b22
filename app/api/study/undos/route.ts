import { postUndo } from "@/app/api/study/handlers";
import { requireUser } from "@/lib/auth/current-user";

export const POST = (request: Request): Promise<Response> => postUndo(request, { requireUser, clock: () => new Date() });
