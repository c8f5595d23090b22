import "server-only";
import { credentialsSchema, type Credentials } from "@/lib/auth/credentials";
import type { CurrentUser } from "@/lib/auth/current-user";
import type { SignedIn } from "@/lib/auth/options";
import { hashPassword, isPasswordOf } from "@/lib/auth/passwords";
import { countAttempt, dropExpiredAttempts, forgetAttempts, returnAttempt } from "@/lib/auth/rate-limit";
import { readSlipPassword } from "@/lib/classroom/slips";
import { getDatabase } from "@/lib/db/database";
import type { User } from "@/lib/db/generated/client";
import { isTimeZone } from "@/lib/scheduling/learner-day";
import { AppError } from "@/lib/shared/app-error";
import { dropAbandonedGuests } from "./abandoned-guests";
import { adoptGuest } from "./adopt-guest";

const longestZoneName = 64;

const toSignedIn = (user: User): SignedIn => ({ userId: user.id, userName: user.userName, sessionVersion: user.sessionVersion });

const isTaken = (error: unknown) => (error as { code?: unknown } | null)?.code === "P2002";

/** A learner without a name or a form, to begin at once. */
export async function createGuest(input: { timeZone?: string; address: string }, now: Date): Promise<SignedIn> {
  const database = await getDatabase();
  await countAttempt(database, { kind: "guest-address", of: input.address, now });
  await dropExpiredAttempts(database, now);
  await dropAbandonedGuests(now);
  const { timeZone } = input;
  const isKnown = timeZone !== undefined && timeZone.length <= longestZoneName && isTimeZone(timeZone);
  return toSignedIn(await database.user.create({ data: isKnown ? { timeZone } : {} }));
}

export type SignInInput = { userName?: string; password?: string; address: string; current: CurrentUser | null };

/** The account that name and password fit, or null. What a guest learnt in this browser goes over to the account. */
export async function signIn({ address, current, ...given }: SignInInput, now: Date): Promise<SignedIn | null> {
  const database = await getDatabase();
  await countAttempt(database, { kind: "sign-in-address", of: address, now });
  const parsed = credentialsSchema.safeParse(given);
  if (!parsed.success) return null;
  const { userName, password } = parsed.data;
  await countAttempt(database, { kind: "sign-in-name", of: userName, now });
  const user = await database.user.findUnique({ where: { userName } });
  const typed = user?.isOneTime ? (readSlipPassword(password) ?? password) : password;
  const fits = await isPasswordOf(user?.passwordHash ?? null, typed);
  if (!user || !fits) return null;
  await forgetAttempts(database, "sign-in-name", userName);
  await returnAttempt(database, "sign-in-address", address);
  if (current?.isGuest) await adoptGuest({ guestId: current.userId, accountId: user.id });
  return toSignedIn(user);
}

async function nameGuest(userId: string, data: { userName: string; passwordHash: string }): Promise<SignedIn> {
  const database = await getDatabase();
  // A guest's session may be known to others (a shared computer, a planted cookie); the account's must not be.
  const raised = { ...data, sessionVersion: { increment: 1 } };
  const { count } = await database.user.updateMany({ where: { id: userId, userName: null }, data: raised });
  if (count === 0) throw new AppError("CONFLICT", "You have an account already.");
  return toSignedIn(await database.user.findUniqueOrThrow({ where: { id: userId } }));
}

/** Makes an account: out of the guest's own row where there is one, so that everything is kept. The guest's sessions end: sign in with the name next. */
export async function signUp(current: CurrentUser | null, credentials: Credentials, address: string, now: Date): Promise<SignedIn> {
  const database = await getDatabase();
  if (current && !current.isGuest) throw new AppError("CONFLICT", "You have an account already.");
  await countAttempt(database, { kind: "sign-up-address", of: address, now });
  const data = { userName: credentials.userName, passwordHash: await hashPassword(credentials.password) };
  try {
    return current ? await nameGuest(current.userId, data) : toSignedIn(await database.user.create({ data }));
  } catch (error) {
    if (isTaken(error)) throw new AppError("CONFLICT", "This user name is taken. Please choose another.");
    throw error;
  }
}
