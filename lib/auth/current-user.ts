import "server-only";
import { getDatabase } from "@/lib/db/database";
import { AppError } from "@/lib/shared/app-error";
import { readSession, type SessionClaim } from "./session";

/** The person a request acts for. A guest has no user name. */
export type CurrentUser = { userId: string; userName: string | null; isGuest: boolean };

/** The user a session belongs to, unless the user is gone or has ended all sessions since it began. */
export async function findSessionUser(claim: SessionClaim | null): Promise<CurrentUser | null> {
  if (!claim) return null;
  const database = await getDatabase();
  const user = await database.user.findFirst({
    where: { id: claim.userId, sessionVersion: claim.sessionVersion },
    select: { id: true, userName: true },
  });
  return user && { userId: user.id, userName: user.userName, isGuest: user.userName === null };
}

export async function currentUser(): Promise<CurrentUser | null> {
  return findSessionUser(await readSession());
}

export async function requireUser(): Promise<CurrentUser> {
  const user = await currentUser();
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in or start studying first.");
  return user;
}
