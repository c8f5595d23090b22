import { getPicture, type PictureContext } from "@/app/api/sets/picture-handlers";
import { requireUser } from "@/lib/auth/current-user";

export const GET = (request: Request, context: PictureContext): Promise<Response> => getPicture(request, context, { requireUser });
