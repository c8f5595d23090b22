import { getSharedPicture, type SharedPictureContext } from "@/app/api/sets/picture-handlers";

export const GET = (request: Request, context: SharedPictureContext): Promise<Response> => getSharedPicture(request, context);
