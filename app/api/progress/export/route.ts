import { requireUser } from "@/lib/auth/current-user";
import { getExport } from "./handlers";

export const GET = (request: Request): Promise<Response> => getExport(request, { requireUser, clock: () => new Date() });
