import "server-only";

/**
 * The address attempts are counted by. A reverse proxy appends the address it saw as the last entry; without a proxy Next
 * fills the header from the socket, but a client may send one of its own, so limits by address only slow such a client down.
 */
export function clientAddress(headers: { get(name: string): string | null }): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return last ? last.slice(0, 64) : "unknown";
}
