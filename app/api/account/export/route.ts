import { requireUser } from "@/lib/auth/current-user";
import { getOwnData } from "./handlers";

export const GET = (request: Request): Promise<Response> => getOwnData(request, { requireUser, clock: () => new Date() });
