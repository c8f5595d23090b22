/** Waits so long, but no longer than until the browser is online again or the signal says to stop. */
export const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const waking = new AbortController();
    const wake = () => {
      clearTimeout(timer);
      waking.abort();
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal.addEventListener("abort", wake, { signal: waking.signal });
    window.addEventListener("online", wake, { signal: waking.signal });
  });
