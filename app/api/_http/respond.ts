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
  BUSY: 503,
  UNEXPECTED: 500,
};

export const privately = { "cache-control": "private, no-store" };

/** What a reply says, before it is one. */
export type Told = { status: number; body: unknown };

const failure = (status: number, code: string, message: string): Told => ({ status, body: { error: { code, message } } });

/** An error as `{ error: { code, message } }` with the status that fits. */
export function failureOf(error: unknown): Told {
  if (error instanceof RequestError) return failure(error.status, error.code, error.message);
  const { code, message } = toActionError(error);
  return failure(statusOf[code], code, message);
}

const reply = ({ status, body }: Told): Response => Response.json(body, { status, headers: privately });

export const failed = (error: unknown): Response => reply(failureOf(error));

/** What a route's work gives: its value, or the error. */
export const tell = (work: () => Promise<unknown>): Promise<Told> => work().then((body) => ({ status: 200, body }), failureOf);

/** Runs a route's work and answers in JSON. */
export const respond = async (work: () => Promise<unknown>): Promise<Response> => reply(await tell(work));

/** The input as the schema makes it; INVALID with the first fault in words. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const { message, fields } = toInputError(parsed.error);
  const field = Object.keys(fields ?? {})[0];
  throw new AppError("INVALID", field ? `${field}: ${message}` : message);
}
