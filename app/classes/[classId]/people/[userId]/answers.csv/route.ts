import { getPupilFile, pupilFileWords, type FileContext } from "./handlers";
import { requireUser } from "@/lib/auth/current-user";

export const GET = (request: Request, context: FileContext): Promise<Response> => getPupilFile(request, context, { requireUser, words: pupilFileWords });
