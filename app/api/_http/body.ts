import { AppError } from "@/lib/shared/app-error";

/** Larger than any answer or sign-in form; smaller than anything that could fill the memory. */
export const maxBodyBytes = 16 * 1024;

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

const shownSize = (bytes: number) => (bytes < 1_000_000 ? `${Math.floor(bytes / 1024)} kB` : `${bytes / 1_000_000} MB`);
const tooLarge = (most: number) => new RequestError(413, "TOO_LARGE", `The request is larger than ${shownSize(most)}.`);

/** Whoever sent it has gone, which is nothing that the log should tell. */
export function brokeOff(): never {
  throw new RequestError(400, "INVALID", "The request broke off.");
}

/** The body as it was sent, read no further than the limit, whatever the length the client claims. */
export async function readBytes(request: Request, most: number = maxBodyBytes): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge(most);
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const next = () => reader.read().catch(brokeOff);
  for (let read = await next(); !read.done; read = await next()) {
    size += read.value.byteLength;
    if (size > most) {
      await reader.cancel();
      throw tooLarge(most);
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

/** As text. Refuses bytes that are not UTF-8. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new RequestError(400, "INVALID", "The request is not valid UTF-8.");
  }
}

/** The same as text. */
export const readBody = async (request: Request, most?: number): Promise<string> => decode(await readBytes(request, most));

/** What a request says of itself, before its body is read. */
export type Sent = { url: string; headers: { get(name: string): string | null } };

/** The media type without its parameters, in lower case. */
export const mediaTypeOf = (request: Sent): string => request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, "INVALID", "The request is not valid JSON.");
  }
}

function demandJson(request: Sent): void {
  if (mediaTypeOf(request) !== "application/json") throw new RequestError(415, "UNSUPPORTED_TYPE", "Please send application/json.");
}

/** The JSON body of a request that says it is one. */
export async function readJson(request: Request, most?: number): Promise<unknown> {
  demandJson(request);
  return parseJson(await readBody(request, most));
}

/** The same of a body that is here already. */
export function jsonOf(request: Sent, body: Uint8Array): unknown {
  demandJson(request);
  return parseJson(decode(body));
}

/**
 * Refuses a request that another site's page made a browser send. Scripts send neither header and pass: they have no cookies that
 * they were not given.
 */
export function demandSameOrigin(request: Sent): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  // Each proxy appends the host it was asked for; the browser asked for the first.
  const host = request.headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? request.headers.get("host") ?? new URL(request.url).host;
  const originHost = origin !== null && URL.canParse(origin) ? new URL(origin).host : origin;
  const isForeign = (site !== null && site !== "same-origin" && site !== "none") || (originHost !== null && originHost !== host);
  if (isForeign) throw new AppError("FORBIDDEN", "This request came from another site.");
}
