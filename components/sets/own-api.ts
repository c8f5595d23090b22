/** Why the server did not do it, in the words of the catalogue. */
export type OwnRefusal = "gone" | "changed" | "tooLarge" | "signedOut" | "rateLimited" | "busy" | "invalid" | "failed";

export type OwnAnswer<T> = { ok: true; value: T } | { ok: false; refusal: OwnRefusal };

const refusals: Partial<Record<number, OwnRefusal>> = { 400: "invalid", 401: "signedOut", 404: "gone", 409: "changed", 413: "tooLarge", 429: "rateLimited", 503: "busy" };

/** A thousand rows take some seconds on a busy server. */
const longestWaitMs = 60_000;

/** Asks one of the routes for own cards and tables; a file goes as it is, all else as JSON. */
export async function askOwn<T>(path: string, body: object): Promise<OwnAnswer<T>> {
  const isFile = body instanceof Blob;
  try {
    const response = await fetch(`/api/sets/own/${path}`, {
      method: "POST",
      headers: { "content-type": isFile ? "application/octet-stream" : "application/json" },
      body: isFile ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(longestWaitMs),
    });
    return response.ok ? { ok: true, value: (await response.json()) as T } : { ok: false, refusal: refusals[response.status] ?? "failed" };
  } catch {
    return { ok: false, refusal: "failed" };
  }
}
