import type { Route } from "next";
import { readJoinCode } from "@/lib/classroom/join-code";

/** `join`: the code of a class that somebody was about to join before they signed in or up. */
export type JoinSearch = Promise<{ join?: string | string[] }>;

/** The way back to the class, and to the page on which the other of the two is done. */
export async function readJoin(search: JoinSearch): Promise<{ back: Route | undefined; query: { join?: string } }> {
  const { join } = await search;
  const code = typeof join === "string" ? readJoinCode(join) : null;
  return code ? { back: `/join/${code}` as Route, query: { join: code } } : { back: undefined, query: {} };
}
