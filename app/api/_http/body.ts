import { AppError } from "@/lib/shared/app-error";

/** Larger than any answer or sign-in form; smaller than anything that could fill the memory. */
const maxBodyBytes = 16 * 1024;

/** A request refused for its shape, before anybody looked at what it says. */
export class RequestError extends Error {
  constructor(
    readonly status: 400 | 403 | 413 | 415,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "RequestError";
  }
}

const tooLarge = () => new RequestError(413, "TOO_LARGE", "The request is larger than 16 kB.");

/** The body as text, read no further than the limit, whatever the length the client claims. Refuses bytes that are not UTF-8. */
export async function readBody(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBodyBytes) throw tooLarge();
  if (!request.body) return "";
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > maxBodyBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(read.value);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new RequestError(400, "INVALID", "The request is not valid UTF-8.");
  }
}

/** The media type without its parameters, in lower case. */
export const mediaTypeOf = (request: Request): string => request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, "INVALID", "The request is not valid JSON.");
  }
}

/** The JSON body of a request that says it is one. */
export async function readJson(request: Request): Promise<unknown> {
  if (mediaTypeOf(request) !== "application/json") throw new RequestError(415, "UNSUPPORTED_TYPE", "Please send application/json.");
  return parseJson(await readBody(request));
}

/**
 * Refuses a request that another site's page made a browser send. Scripts send neither header and pass: they have no cookies that
 * they were not given.
 */
export function demandSameOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  // Each proxy appends the host it was asked for; the browser asked for the first.
  const host = request.headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? request.headers.get("host") ?? new URL(request.url).host;
  const originHost = origin !== null && URL.canParse(origin) ? new URL(origin).host : origin;
  const isForeign = (site !== null && site !== "same-origin" && site !== "none") || (originHost !== null && originHost !== host);
  if (isForeign) throw new AppError("FORBIDDEN", "This request came from another site.");
}
