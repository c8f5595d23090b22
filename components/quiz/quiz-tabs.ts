const name = "hangtian.quiz";

type Taken = { attemptId: string; leaseId: string };

/** A line to the other tabs of this browser: the one that goes on with a quiz tells them at once; on other devices they hear it from the server. */
export function openTabLine({ attemptId, leaseId }: Taken, onTaken: () => void): { tell: () => void; close: () => void } {
  if (typeof BroadcastChannel === "undefined") return { tell: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<Taken>) => {
    if (data.attemptId === attemptId && data.leaseId !== leaseId) onTaken();
  };
  return { tell: () => channel.postMessage({ attemptId, leaseId } satisfies Taken), close: () => channel.close() };
}
