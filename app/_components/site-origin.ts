import "server-only";
import { headers } from "next/headers";

/** Where the browser finds the app, for addresses that leave the page: on paper, on a wall, in a message. */
export async function siteOrigin(): Promise<string> {
  const given = await headers();
  // Each proxy appends what it was asked for; the browser asked for the first.
  const first = (name: string) => given.get(name)?.split(",")[0]?.trim();
  return `${first("x-forwarded-proto") ?? "http"}://${first("x-forwarded-host") ?? given.get("host") ?? "localhost"}`;
}
