import { getGradebookFile, gradebookWords, type FileContext } from "./handlers";
import { requireUser } from "@/lib/auth/current-user";

export const GET = (request: Request, context: FileContext): Promise<Response> => getGradebookFile(request, context, { requireUser, now: () => new Date(), words: gradebookWords });
