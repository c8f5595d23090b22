import type { Settled } from "./answer-sender";
import type { Outgoing } from "./outbox";

const name = "hangtian.outbox";

/** A tab that sleeps while it sends must not keep the others waiting; what is sent twice is harmless. */
const patienceMs = 5000;

/** Runs the work while no other tab of this browser does; at once where the browser cannot tell (pages without https). */
export async function alone(work: () => Promise<void>): Promise<void> {
  if (!("locks" in navigator)) return work();
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    return work();
  };
  try {
    await navigator.locks.request(name, { signal: AbortSignal.timeout(patienceMs) }, begin);
  } catch (error) {
    if (hasBegun) throw error;
    await work();
  }
}

type Told = { outgoing: Outgoing; settled: Settled };

/** A line to the other tabs: one sends what all have answered, and the one that asked hears the verdict. */
export function openLine(onHeard: (told: Told) => void): { tell: (told: Told) => void; close: () => void } {
  if (typeof BroadcastChannel === "undefined") return { tell: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<Told>) => onHeard(data);
  return { tell: (told) => channel.postMessage(told), close: () => channel.close() };
}
