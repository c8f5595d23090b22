import { getCell, type CellContext } from "@/app/api/classes/handlers";
import { requireUser } from "@/lib/auth/current-user";

export const GET = (request: Request, context: CellContext): Promise<Response> => getCell(request, context, { requireUser, now: () => new Date() });
