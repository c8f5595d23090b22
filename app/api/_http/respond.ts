import type { z } from "zod";
import { toActionError, toInputError } from "@/lib/actions";
import { AppError, type ErrorCode } from "@/lib/shared/app-error";
import { RequestError } from "./body";

const statusOf: Record<ErrorCode | "UNEXPECTED", number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 400,
  RATE_LIMITED: 429,
  UNEXPECTED: 500,
};

const headers = { "cache-control": "private, no-store" };

const failure = (status: number, code: string, message: string) => Response.json({ error: { code, message } }, { status, headers });

/** An error as `{ error: { code, message } }` with the status that fits. */
export function failed(error: unknown): Response {
  if (error instanceof RequestError) return failure(error.status, error.code, error.message);
  const { code, message } = toActionError(error);
  return failure(statusOf[code], code, message);
}

/** Runs a route's work and answers in JSON: its value, or the error. */
export async function respond(work: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await work(), { headers });
  } catch (error) {
    return failed(error);
  }
}

/** The input as the schema makes it; INVALID with the first fault in words. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const { message, fields } = toInputError(parsed.error);
  const field = Object.keys(fields ?? {})[0];
  throw new AppError("INVALID", field ? `${field}: ${message}` : message);
}
