import "server-only";
import { z } from "zod";

const nameCharacters = /^[\p{L}\p{N}._-]+$/u;
const longestText = 400;

/** One spelling per name: compatibility forms and case are folded before a name is stored or looked up. */
const canonicalName = (name: string) => name.normalize("NFKC").trim().toLowerCase().normalize("NFKC");

export const userNameSchema = z
  .string()
  .max(longestText, "A user name has 3 to 32 characters.")
  .transform(canonicalName)
  .refine((name) => [...name].length >= 3 && [...name].length <= 32, "A user name has 3 to 32 characters.")
  .refine((name) => name === "" || nameCharacters.test(name), "A user name is made of letters, digits, dots, hyphens and underscores.");

export const passwordSchema = z
  .string()
  .max(longestText, "A password has 8 to 200 characters.")
  .refine((password) => [...password].length >= 8 && [...password].length <= 200, "A password has 8 to 200 characters.");

export const credentialsSchema = z.object({ userName: userNameSchema, password: passwordSchema });
export type Credentials = z.infer<typeof credentialsSchema>;
