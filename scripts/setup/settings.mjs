import { SetupError } from "./setup-error.mjs";

/**
 * Asked before anything that takes time, in the words of lib/env.ts, which cannot be imported before the packages are there.
 * @param {Record<string, string | undefined>} variables
 */
export function requireUsableSettings({ DATABASE_URL: url, NEXTAUTH_SECRET: secret }) {
  if (url && !/^postgres(ql)?:\/\//.test(url)) throw new SetupError("The environment variable DATABASE_URL must begin with postgres://.");
  if (secret && secret.length < 32) throw new SetupError("The environment variable NEXTAUTH_SECRET must have at least 32 characters.");
}
