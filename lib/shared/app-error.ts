/** Every way in which the data layer refuses; closed, so that each caller can map all of them. `BUSY`: there is no room for it at this moment. */
export const errorCodes = ["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "CONFLICT", "INVALID", "RATE_LIMITED", "BUSY"] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** The one error that `lib/data` throws on purpose. Another user's row is NOT_FOUND, so that nobody learns that it exists. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = code,
  ) {
    super(message);
    this.name = "AppError";
  }
}
