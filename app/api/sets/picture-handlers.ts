import { demandSameOrigin, readBytes } from "@/app/api/_http/body";
import { failed, respond } from "@/app/api/_http/respond";
import { findPicture, findSharedPicture } from "@/lib/data/find-picture";
import { addPicture } from "@/lib/data/own-pictures";
import { pictureLimits } from "@/lib/own-facts/own-limits";
import type { OwnEdge } from "./handlers";

/** A picture, sent as it is: what its bytes are is found out here. */
export const postPicture = (request: Request, { requireUser, now }: OwnEdge): Promise<Response> =>
  respond(async () => {
    demandSameOrigin(request);
    const viewer = await requireUser();
    return addPicture(viewer, await readBytes(request, pictureLimits.sentBytes), now());
  });

/** What is under an address never changes; who may look at it does, so a browser keeps it for an hour only. */
const headers = { "content-type": "image/webp", "cache-control": "private, max-age=3600", vary: "cookie", "x-content-type-options": "nosniff" };

async function show(request: Request, find: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Response> {
  try {
    demandSameOrigin(request);
    return new Response(await find(), { headers });
  } catch (error) {
    return failed(error);
  }
}

export type PictureContext = { params: Promise<{ pictureId: string }> };
export type SharedPictureContext = { params: Promise<{ code: string; pictureId: string }> };

export const getPicture = (request: Request, { params }: PictureContext, { requireUser }: Pick<OwnEdge, "requireUser">): Promise<Response> =>
  show(request, async () => findPicture(await requireUser(), (await params).pictureId));

/** For everybody who has the link, whether they have an account or not. */
export const getSharedPicture = (request: Request, { params }: SharedPictureContext): Promise<Response> =>
  show(request, async () => {
    const { code, pictureId } = await params;
    return findSharedPicture(code, pictureId);
  });
