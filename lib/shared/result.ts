/** The outcome of an operation that is expected to fail sometimes: the caller must look at `ok` before it can use the value. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** A success. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** A failure that the caller is expected to handle. */
export const err = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });
