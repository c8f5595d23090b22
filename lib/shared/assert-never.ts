/** Fails to compile while a case of a union is unhandled, and throws if one slips through at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
