/** Milliseconds by the browser's clock that nobody can set; the clock on the wall has no say in a quiz. */
export const browserNowMs = (): number => performance.now();
