import "server-only";

/**
 * The address attempts are counted by. A reverse proxy appends the address it saw as the last entry; without a proxy
 * (HANGTIAN_BEHIND_PROXY is not 1) scripts/setup/serve.mjs writes the socket's own over whatever a client claims.
 */
export function clientAddress(headers: { get(name: string): string | null }): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return last ? last.slice(0, 64) : "unknown";
}
