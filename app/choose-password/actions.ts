"use server";

import { z } from "zod";
import { publicAction } from "@/lib/actions";
import { passwordSchema } from "@/lib/auth/credentials";
import { choosePassword } from "@/lib/data/own-password";
import { AppError } from "@/lib/shared/app-error";

const choose = publicAction(z.object({ password: passwordSchema }), async ({ password }, user) => {
  if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
  await choosePassword(user, password, new Date());
});

/** Ends all sessions; the browser then signs in with the new password. */
export async function choosePasswordAction(input: { password: string }) {
  return choose(input);
}
