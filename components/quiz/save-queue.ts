import type { QuizSave } from "@/lib/quiz/exchange";

/** A save that waits; which tab sends it is told when it is sent. */
export type WaitingSave = Omit<QuizSave, "leaseId">;

/** What is not saved yet, for each question the newest only. Memory stands in where the browser allows no storage (some private windows). */
export type SaveQueue = {
  list: () => WaitingSave[];
  put: (save: WaitingSave) => void;
  /** Forgets what waits for a question, up to this number. */
  settle: (position: number, sequence: number) => void;
};

type TextStorage = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

export const queuePrefix = "hangtian.quiz:";

const isSave = (value: unknown): value is WaitingSave =>
  typeof value === "object" && value !== null && "position" in value && "sequence" in value && "response" in value && typeof value.position === "number" && typeof value.sequence === "number";

function parse(text: string | null): WaitingSave | null {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return isSave(value) ? value : null;
  } catch {
    return null;
  }
}

function storedKeys(storage: TextStorage | null, prefix: string): string[] {
  try {
    return Array.from({ length: storage?.length ?? 0 }, (_, i) => storage!.key(i)).filter((key): key is string => key?.startsWith(prefix) ?? false);
  } catch {
    return [];
  }
}

/** Each question has a key of its own, and it is read anew each time: tabs share the storage. */
export function createSaveQueue(storage: TextStorage | null, attemptId: string): SaveQueue {
  const prefix = `${queuePrefix}${attemptId}:`;
  const memory = new Map<string, WaitingSave>();
  const keyOf = (position: number) => `${prefix}${position}`;
  const read = (key: string) => memory.get(key) ?? parse(storage?.getItem(key) ?? null);
  return {
    list: () => {
      const keys = new Set([...memory.keys(), ...storedKeys(storage, prefix)]);
      const saves = [...keys].map(read).filter((save) => save !== null);
      return saves.sort((a, b) => a.position - b.position);
    },
    put: (save) => {
      const key = keyOf(save.position);
      if ((read(key)?.sequence ?? 0) > save.sequence) return;
      try {
        if (!storage) throw new Error("no storage");
        storage.setItem(key, JSON.stringify(save));
        memory.delete(key);
      } catch {
        memory.set(key, save);
      }
    },
    settle: (position, sequence) => {
      const key = keyOf(position);
      if ((read(key)?.sequence ?? 0) > sequence) return;
      memory.delete(key);
      try {
        storage?.removeItem(key);
      } catch {
        // What cannot be read any more is not sent again either.
      }
    },
  };
}

export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
