import "server-only";
import { headers } from "next/headers";
import { getServerSession, type AuthOptions } from "next-auth";
import { env } from "@/lib/env";
import { knownClaim, rememberClaim, type SessionClaim } from "./known-claims";

const secondsPerDay = 86_400;

/**
 * next-auth 4, not 5: 5 is still a beta, and 4's peers allow Next 16 and React 19 (docs/decisions/002). Credentials providers
 * need JWT sessions there, which cannot be revoked; so each token carries the user's session version, checked on every request.
 * The session lasts as long as browsers keep a cookie: a guest who comes back in spring has nothing else to find the progress by.
 */
export const sessionOptions = {
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: 400 * secondsPerDay },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  callbacks: {
    jwt({ token, user }) {
      if (user) token.sessionVersion = (user as { sessionVersion?: number }).sessionVersion ?? 0;
      return token;
    },
    session({ session, token }) {
      return { expires: session.expires, userId: token.sub, sessionVersion: token.sessionVersion } as never;
    },
  },
} satisfies Omit<AuthOptions, "providers">;

/** next-auth would make a new token of each that it reads, which a request that only reads throws away: half of what reading costs. */
const readOnly = { encode: () => Promise.resolve("") };

async function readClaim(): Promise<SessionClaim | null> {
  const session = (await getServerSession({ ...sessionOptions, providers: [], jwt: readOnly })) as Partial<SessionClaim> | null;
  if (typeof session?.userId !== "string" || typeof session.sessionVersion !== "number") return null;
  return { userId: session.userId, sessionVersion: session.sessionVersion };
}

/** The claim of this request's session cookie, not yet checked against the user; null without a valid one. */
export async function readSession(): Promise<SessionClaim | null> {
  const sent = await headers();
  const known = knownClaim(sent, Date.now());
  if (known) return known;
  const claim = await readClaim();
  if (claim) rememberClaim(sent, claim, Date.now());
  return claim;
}
