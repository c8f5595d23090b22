import { createRequire } from "node:module";

/** Next's own reader of what its router sends along: what it cannot read it would answer with a fault of the server. */
const { parseAndValidateFlightRouterState: readRouterState } = createRequire(import.meta.url)("next/dist/server/app-render/parse-and-validate-flight-router-state.js");

/**
 * What cannot be read of a request, in words; null where all can. Next takes for granted that an address can be decoded and that only its own router sends the router's header.
 * @param {Pick<import("node:http").IncomingMessage, "url" | "headers">} request
 */
export function findUnreadable({ url = "/", headers }) {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
  } catch {
    return "This address cannot be read.";
  }
  try {
    readRouterState(headers["next-router-state-tree"]);
  } catch {
    return "A header of this request cannot be read.";
  }
  return null;
}

/** Says so as the API does, and to a person in words. */
export function refuseUnreadable(/** @type {string} */ words, /** @type {string | undefined} */ url, /** @type {import("node:http").ServerResponse} */ response) {
  const isData = url?.startsWith("/api/");
  const headers = { "content-type": isData ? "application/json" : "text/plain; charset=utf-8", "cache-control": "private, no-store", "x-content-type-options": "nosniff" };
  response.writeHead(400, headers).end(isData ? JSON.stringify({ error: { code: "INVALID", message: words } }) : words);
}
