import { NextRequest } from "next/server";
import { demandSameOrigin, mediaTypeOf, parseJson, readBody, RequestError } from "@/app/api/_http/body";

/** What the app uses of next-auth; everything else is not there. */
const actions: Record<"GET" | "POST", ReadonlySet<string>> = {
  GET: new Set(["csrf", "session", "providers", "signin", "error"]),
  POST: new Set(["callback/guest", "callback/password", "signout"]),
};

const isAddress = (value: unknown) => value === undefined || (typeof value === "string" && (value === "" || URL.canParse(value, "http://localhost")));

function parseForm(type: string, text: string): Record<string, unknown> {
  if (type === "application/x-www-form-urlencoded") return Object.fromEntries(new URLSearchParams(text));
  if (type !== "application/json") throw new RequestError(415, "UNSUPPORTED_TYPE", "Please send a form or application/json.");
  const body = parseJson(text);
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new RequestError(400, "INVALID", "Please send an object.");
  return body as Record<string, unknown>;
}

/**
 * The request as next-auth may have it: an action the app has, a body within the limit with nothing but texts in it, and addresses that
 * are addresses. next-auth itself would answer 500 to the others.
 */
export async function checkedAuthRequest(request: NextRequest, path: readonly string[]): Promise<NextRequest | null> {
  const { method, nextUrl } = request;
  if ((method !== "GET" && method !== "POST") || !actions[method].has(path.join("/"))) return null;
  const cookie = request.cookies.get("next-auth.callback-url") ?? request.cookies.get("__Secure-next-auth.callback-url");
  if (!isAddress(nextUrl.searchParams.get("callbackUrl") ?? undefined) || !isAddress(cookie?.value)) {
    throw new RequestError(400, "INVALID", "callbackUrl is not an address.");
  }
  if (method === "GET") return request;
  // next-auth's token rests on a cookie, which a neighbouring subdomain could plant.
  demandSameOrigin(request);
  const form = parseForm(mediaTypeOf(request), await readBody(request));
  if (!Object.values(form).every((value) => typeof value === "string" || typeof value === "boolean")) throw new RequestError(400, "INVALID", "Please send texts only.");
  if (!isAddress(form.callbackUrl)) throw new RequestError(400, "INVALID", "callbackUrl is not an address.");
  const body = new URLSearchParams(Object.entries(form).map(([name, value]) => [name, String(value)]));
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/x-www-form-urlencoded");
  headers.delete("content-length");
  return new NextRequest(request.url, { method, headers, body: body.toString() });
}
