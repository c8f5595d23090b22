import type { Response } from "@/lib/grading/grade";

/** An answer on its way: all that the server needs, with the id that makes sending it twice harmless. */
export type OutgoingAnswer = {
  eventId: string;
  presentationId: string;
  response: Response;
  elapsedMs: number;
  timeZone: string;
};

const storageKey = "hangtian.outbox";

/** Where answers wait. Memory stands in where the browser allows no storage (some private windows). */
export type Outbox = {
  list: () => OutgoingAnswer[];
  add: (answer: OutgoingAnswer) => void;
  remove: (eventId: string) => void;
};

type TextStorage = Pick<Storage, "getItem" | "setItem">;

const isOutgoing = (value: unknown): value is OutgoingAnswer =>
  typeof value === "object" && value !== null && "eventId" in value && "presentationId" in value && "response" in value;

function parse(text: string | null): OutgoingAnswer[] {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.filter(isOutgoing) : [];
  } catch {
    return [];
  }
}

/** Reads the storage anew each time, because other tabs share it. */
export function createOutbox(storage: TextStorage | null): Outbox {
  let memory: OutgoingAnswer[] = [];
  const list = () => {
    try {
      return storage ? parse(storage.getItem(storageKey)) : memory;
    } catch {
      return memory;
    }
  };
  const write = (answers: OutgoingAnswer[]) => {
    memory = answers;
    try {
      storage?.setItem(storageKey, JSON.stringify(answers));
    } catch {
      // A full storage still leaves the copy in memory.
    }
  };
  return {
    list,
    add: (answer) => write([...list().filter((other) => other.eventId !== answer.eventId), answer]),
    remove: (eventId) => write(list().filter((answer) => answer.eventId !== eventId)),
  };
}
