/** What takes long and a whole class does in the same minute: beginning a quiz, its page, taking it over, handing it in. Saves and all else go past them. */
const patient = /^\/(?:quiz\/[\da-f-]{36}|api\/quiz\/(?:assignments\/[\da-f-]{36}\/)?attempts(?:\/[\da-f-]{36}\/(?:lease|submit))?)\/?(?:\?|$)/i;

/** @param {string | undefined} address */
export const isPatient = (address) => patient.test(address ?? "");

/** How often is looked whether a request has come in, so that one that never does costs next to nothing. */
const [firstLookMs, longestLookMs] = [5, 1000];

/**
 * Settles when all of a request has come in, or it has broken off: whoever is still sending must not hold a turn. What it says is left to be read; one that is larger than
 * the buffer waits no longer.
 * @param {Pick<import("node:http").IncomingMessage, "complete" | "destroyed" | "readableLength" | "readableHighWaterMark">} request
 */
export async function untilSent(request) {
  for (let ms = 0; !request.complete && !request.destroyed && request.readableLength < request.readableHighWaterMark; ms = Math.min(longestLookMs, ms * 2 || firstLookMs)) {
    await new Promise((resolve) => (ms === 0 ? setImmediate(resolve) : setTimeout(resolve, ms).unref()));
  }
}

/**
 * Lets so many of a kind of work go on at once; the others wait, the first come the first. Whoever takes longer than `longestMs` goes on, but keeps nobody waiting.
 * @param {number} atOnce
 * @param {number} longestMs
 * @returns {(work: () => Promise<unknown>) => void}
 */
export function createTurns(atOnce, longestMs) {
  /** @type {(() => Promise<unknown>)[]} */
  const waiting = [];
  let running = 0;
  const next = () => {
    const work = running < atOnce ? waiting.shift() : undefined;
    if (!work) return;
    running++;
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      running--;
      clearTimeout(timer);
      // What arrived meanwhile comes first.
      setImmediate(next);
    };
    const timer = setTimeout(end, longestMs);
    work().then(end, end);
  };
  return (work) => {
    waiting.push(work);
    next();
  };
}
