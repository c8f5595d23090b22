import { getTable, type TableContext } from "@/app/api/sets/handlers";
import { requireUser } from "@/lib/auth/current-user";

export const GET = (request: Request, context: TableContext): Promise<Response> => getTable(request, context, { requireUser, now: () => new Date() });
