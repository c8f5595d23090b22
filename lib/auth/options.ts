import "server-only";
import NextAuth, { type AuthOptions, type User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { AppError } from "@/lib/shared/app-error";
import { clientAddress } from "./address";
import { findSessionUser, sessionUser, type CurrentUser } from "./current-user";
import { RateLimitError } from "./rate-limit";
import { readSession, sessionOptions } from "./session";

/** A user as a new session needs it. */
export type SignedIn = { userId: string; userName: string | null; sessionVersion: number };

/** What the providers do to the data; lib/data has it, and may import lib/auth, so app/ puts the two together. */
export type Accounts = {
  createGuest(input: { timeZone?: string; address: string }): Promise<SignedIn>;
  /** Null when name and password do not fit; the guest's progress goes over to the account. */
  signIn(input: { userName?: string; password?: string; address: string; current: CurrentUser | null }): Promise<SignedIn | null>;
};

type AuthorizeRequest = { headers?: Record<string, string> };

const addressOf = ({ headers }: AuthorizeRequest) => clientAddress({ get: (name) => headers?.[name] ?? null });

const asSessionUser = ({ userId, userName, sessionVersion }: SignedIn) => ({ id: userId, name: userName, sessionVersion }) as User;

/** next-auth puts the message of an error into a URL, so it is a code and never words: RATE_LIMITED:<minutes>, or another error code. */
async function withCodes<T>(run: () => Promise<T>, report: (error: unknown) => void): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof RateLimitError) throw new Error(`${error.code}:${error.minutes}`);
    if (error instanceof AppError) throw new Error(error.code);
    report(error);
    throw new Error("UNEXPECTED");
  }
}

function createAuthOptions(accounts: Accounts, report: (error: unknown) => void): AuthOptions {
  const guest = CredentialsProvider({
    id: "guest",
    name: "Guest",
    credentials: { timeZone: { type: "text" } },
    authorize: (credentials, request) =>
      withCodes(async () => {
        const claim = await readSession();
        const current = await findSessionUser(claim);
        // A second click must not leave the first click's progress behind.
        if (claim && current) return asSessionUser({ ...current, sessionVersion: claim.sessionVersion });
        return asSessionUser(await accounts.createGuest({ timeZone: credentials?.timeZone, address: addressOf(request) }));
      }, report),
  });
  const password = CredentialsProvider({
    id: "password",
    name: "Password",
    credentials: { userName: { type: "text" }, password: { type: "password" } },
    authorize: (credentials, request) =>
      withCodes(async () => {
        const signedIn = await accounts.signIn({ ...credentials, address: addressOf(request), current: await sessionUser() });
        return signedIn && asSessionUser(signedIn);
      }, report),
  });
  return { ...sessionOptions, providers: [guest, password] };
}

/** The handler of app/api/auth: the only way to a session. Providers answer to POST with next-auth's CSRF token alone. */
export function createAuthHandler(accounts: Accounts, report: (error: unknown) => void) {
  return NextAuth(createAuthOptions(accounts, report)) as (request: Request, context: unknown) => Promise<Response>;
}
