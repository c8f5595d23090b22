import { postPicture } from "@/app/api/sets/picture-handlers";
import { requireUser } from "@/lib/auth/current-user";

export const POST = (request: Request): Promise<Response> => postPicture(request, { requireUser, now: () => new Date() });
