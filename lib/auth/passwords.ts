import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/**
 * Argon2id with 19 MiB, two passes and one lane: the first choice of OWASP's Password Storage Cheat Sheet (2024).
 * The parameters are kept inside each hash, so they can be raised later without locking anybody out.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One password, however the keyboard composed its characters. */
const normalised = (password: string) => password.normalize("NFKC");

let decoy: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hash(normalised(password), cost);

/** With no hash to compare (an unknown name) it works just as long and says no, so that time does not tell which names exist. */
export async function isPasswordOf(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash(randomBytes(24), cost);
  const decoyHash = await decoy;
  const matches = await verify(passwordHash ?? decoyHash, normalised(password));
  return passwordHash !== null && matches;
}
