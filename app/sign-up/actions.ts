"use server";

import { headers } from "next/headers";
import { publicAction } from "@/lib/actions";
import { clientAddress } from "@/lib/auth/address";
import { credentialsSchema } from "@/lib/auth/credentials";
import { signUp } from "@/lib/data/accounts";

const run = publicAction(credentialsSchema, async (credentials, user) => {
  await signUp(user, credentials, clientAddress(await headers()), new Date());
});

/** Makes the account; the browser then signs in with the same name and password. */
export async function signUpAction(input: { userName: string; password: string }) {
  return run(input);
}
