import type { Response } from "@/lib/grading/grade";

/** Whose it is, where that is known: several people may use one browser. The server is not told, it knows who asks. */
type Owned = { learner?: string };

/** An answer on its way: all that the server needs, with the id that makes sending it twice harmless. */
export type OutgoingAnswer = Owned & {
  eventId: string;
  presentationId: string;
  response: Response;
  elapsedMs: number;
  timeZone: string;
  /** By this device's clock, in milliseconds; the server is told only how long ago that was. */
  givenAt: number;
};

/** Takes an answer back; `undoes` is the answer's event id. */
export type OutgoingUndo = Owned & { eventId: string; presentationId: string; undoes: string; givenAt: number };

/** Puts a fact aside or takes it up again; `presentationId` is the question it was decided at. */
export type OutgoingDecision = Owned & { eventId: string; presentationId: string; factId: string; do: "suspend" | "bury" | "resume"; timeZone: string; givenAt: number };

export type Outgoing = OutgoingAnswer | OutgoingUndo | OutgoingDecision;

/** Where answers wait, in the order given. Memory stands in where the browser allows no storage (some private windows). */
export type Outbox = {
  list: () => Outgoing[];
  add: (outgoing: Outgoing) => void;
  remove: (eventId: string) => void;
};

type TextStorage = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

const prefix = "hangtian.outbox:";
const placeOf = (key: string) => Number(key.slice(prefix.length).split(":")[0]);
/** In the order of the text, places are in the order of time. */
const keyOf = (place: number, { eventId }: Outgoing) => `${prefix}${String(place).padStart(15, "0")}:${eventId}`;

const isOutgoing = (value: unknown): value is Outgoing =>
  typeof value === "object" && value !== null && "eventId" in value && "presentationId" in value && ("response" in value || "undoes" in value || "do" in value);

function parse(text: string | null): Outgoing | null {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return isOutgoing(value) ? value : null;
  } catch {
    return null;
  }
}

function storedKeys(storage: TextStorage): string[] {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i));
  return keys.filter((key): key is string => key?.startsWith(prefix) ?? false);
}

/**
 * Each answer has a key of its own, so that tabs that share the storage never write over each other's, and it is read anew each time.
 */
export function createOutbox(storage: TextStorage | null): Outbox {
  const memory = new Map<string, Outgoing>();
  const keys = () => {
    try {
      return [...memory.keys(), ...(storage ? storedKeys(storage) : [])].sort();
    } catch {
      return [...memory.keys()].sort();
    }
  };
  const read = (key: string) => memory.get(key) ?? parse(storage?.getItem(key) ?? null);
  return {
    list: () => keys().map(read).filter((outgoing) => outgoing !== null),
    add: (outgoing) => {
      const waiting = keys();
      if (waiting.some((key) => key.endsWith(`:${outgoing.eventId}`))) return;
      // A clock that was set back does not change the order.
      const last = waiting.length > 0 ? placeOf(waiting.at(-1)!) : 0;
      const key = keyOf(Math.max(outgoing.givenAt, last + 1), outgoing);
      try {
        if (!storage) throw new Error("no storage");
        storage.setItem(key, JSON.stringify(outgoing));
      } catch {
        memory.set(key, outgoing);
      }
    },
    remove: (eventId) => {
      for (const key of keys().filter((each) => each.endsWith(`:${eventId}`))) {
        memory.delete(key);
        try {
          storage?.removeItem(key);
        } catch {
          // What cannot be read any more is not sent again either.
        }
      }
    },
  };
}
