import "server-only";
import { redirect } from "next/navigation";
import { getDatabase } from "@/lib/db/database";
import { AppError } from "@/lib/shared/app-error";
import type { SessionClaim } from "./known-claims";
import { readSession } from "./session";

/** The person a request acts for. A guest has no user name. */
export type CurrentUser = { userId: string; userName: string | null; isGuest: boolean };

/** `hasOneTimePassword`: whoever holds the slip knows it, so nothing can be done until another is chosen. */
export type OpenSession = { user: CurrentUser; hasOneTimePassword: boolean };

/** The session, unless the user is gone or has ended all sessions since it began. */
export async function findSession(claim: SessionClaim | null): Promise<OpenSession | null> {
  if (!claim) return null;
  const database = await getDatabase();
  const user = await database.user.findFirst({
    where: { id: claim.userId, sessionVersion: claim.sessionVersion },
    select: { id: true, userName: true, isOneTime: true },
  });
  return user && { user: { userId: user.id, userName: user.userName, isGuest: user.userName === null }, hasOneTimePassword: user.isOneTime };
}

export const findSessionUser = async (claim: SessionClaim | null): Promise<CurrentUser | null> => (await findSession(claim))?.user ?? null;

/** This request's session, for what is there also before a password is chosen: signing in, choosing one, what stands above every page. */
export const openSession = async (): Promise<OpenSession | null> => findSession(await readSession());

export const sessionUser = async (): Promise<CurrentUser | null> => (await openSession())?.user ?? null;

/** Whom a page is for; whoever must choose a password first is led to do so. */
export async function currentUser(): Promise<CurrentUser | null> {
  const session = await openSession();
  if (session?.hasOneTimePassword) redirect("/choose-password");
  return session?.user ?? null;
}

/** Whoever the session belongs to; UNAUTHENTICATED where there is none, or a password is to be chosen first. */
export function demandUser(session: OpenSession | null): CurrentUser {
  if (!session) throw new AppError("UNAUTHENTICATED", "Please sign in or start studying first.");
  if (session.hasOneTimePassword) throw new AppError("UNAUTHENTICATED", "Please choose a password of your own first.");
  return session.user;
}

export const requireUser = async (): Promise<CurrentUser> => demandUser(await openSession());
