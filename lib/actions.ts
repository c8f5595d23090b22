import "server-only";
import type { z } from "zod";
import { requireUser, sessionUser, type CurrentUser } from "@/lib/auth/current-user";
import { AppError, type ErrorCode } from "@/lib/shared/app-error";
import { err, ok, type Result } from "@/lib/shared/result";

/** What an action tells the browser when it did not work: a closed code, and words for the person. */
export type ActionError = { code: ErrorCode | "UNEXPECTED"; message: string; fields?: Record<string, string> };
export type ActionResult<T> = Result<T, ActionError>;

/** The one place where an error that nobody expected is written down, for the person who runs the server. */
export function reportUnexpected(error: unknown): void {
  // eslint-disable-next-line no-console -- the log of the server is its console
  console.error(error);
}

/** An error as the browser may see it: expected ones in their words, all others logged and hidden. */
export function toActionError(error: unknown): ActionError {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  reportUnexpected(error);
  return { code: "UNEXPECTED", message: "Something went wrong on our side. Nothing was lost; please try again." };
}

/** A fault of the input as one sentence, and by field for forms. */
export function toInputError(error: z.ZodError): ActionError {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return { code: "INVALID", message: error.issues[0]?.message ?? "This does not look right.", fields };
}

async function run<S extends z.ZodType, U, T>(schema: S, input: unknown, findUser: () => Promise<U>, work: (input: z.output<S>, user: U) => Promise<T>): Promise<ActionResult<T>> {
  try {
    const parsed = schema.safeParse(input);
    if (!parsed.success) return err(toInputError(parsed.error));
    return ok(await work(parsed.data, await findUser()));
  } catch (error) {
    return err(toActionError(error));
  }
}

/** Parses, asks for a user (a guest is one), runs, and maps every error to a result. */
export function userAction<S extends z.ZodType, T>(schema: S, work: (input: z.output<S>, user: CurrentUser) => Promise<T>) {
  return (input: unknown) => run(schema, input, requireUser, work);
}

/** The same for what may be done before there is a user, or before they have chosen a password. */
export function publicAction<S extends z.ZodType, T>(schema: S, work: (input: z.output<S>, user: CurrentUser | null) => Promise<T>) {
  return (input: unknown) => run(schema, input, sessionUser, work);
}
