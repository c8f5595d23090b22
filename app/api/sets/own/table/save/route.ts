import { postSaveTable } from "@/app/api/sets/handlers";
import { requireUser } from "@/lib/auth/current-user";

export const POST = (request: Request): Promise<Response> => postSaveTable(request, { requireUser, now: () => new Date() });
