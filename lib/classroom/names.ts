import { z } from "zod";
import { isStorable } from "@/lib/shared/storable-text";

const longestName = 100;

/** One line of 1 to 100 characters, without spaces around it and without signs that cannot be seen. */
const nameSchema = z
  .string()
  .max(4 * longestName)
  .transform((name) => name.normalize("NFC").replace(/[\s\p{Cc}]+/gu, " ").trim())
  .refine((name) => name.length >= 1 && name.length <= longestName && isStorable(name) && /[^\p{Cf}\p{Zs}]/u.test(name), "A name has 1 to 100 characters.");

/** What a class is called. */
export const classNameSchema = nameSchema;

/** What a class calls somebody in it. */
export const memberNameSchema = nameSchema;
