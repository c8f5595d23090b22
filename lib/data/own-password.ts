import "server-only";
import { hashPassword, isPasswordOf } from "@/lib/auth/passwords";
import { countAttempt } from "@/lib/auth/rate-limit";
import { readSlipPassword } from "@/lib/classroom/slips";
import { getDatabase } from "@/lib/db/database";
import { AppError } from "@/lib/shared/app-error";
import type { Viewer } from "./viewer";

const chosenAlready = () => new AppError("CONFLICT", "You have chosen a password already.");

/** Puts a password of the viewer's own in place of the one-time one. All sessions end: sign in with it next. INVALID for the password of the slip. */
export async function choosePassword({ userId }: Viewer, password: string, now: Date): Promise<void> {
  const database = await getDatabase();
  await countAttempt(database, { kind: "own-password-user", of: userId, now });
  const user = await database.user.findUnique({ where: { id: userId }, select: { passwordHash: true, isOneTime: true } });
  if (!user?.isOneTime) throw chosenAlready();
  const isOfSlip = await isPasswordOf(user.passwordHash, readSlipPassword(password) ?? password);
  if (isOfSlip) throw new AppError("INVALID", "Please choose another password than the one on your slip.");
  const data = { passwordHash: await hashPassword(password), isOneTime: false, sessionVersion: { increment: 1 } };
  // A teacher may have made a new one in this moment.
  const { count } = await database.user.updateMany({ where: { id: userId, isOneTime: true, passwordHash: user.passwordHash }, data });
  if (count === 0) throw chosenAlready();
}
