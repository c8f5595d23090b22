"use client";

import { useSyncExternalStore } from "react";
import type { StudyCard } from "@/lib/questions/study-card";

/** The notes written in this tab, by fact: cards that are here already were dealt before them. */
const written = new Map<string, string>();
const readers = new Set<() => void>();

export function rememberNote(factId: string, text: string): void {
  written.set(factId, text);
  for (const read of readers) read();
}

const subscribe = (read: () => void) => {
  readers.add(read);
  return () => readers.delete(read);
};

/** The learner's note on the card's fact as it is now; empty where there is none. */
export function useNote({ factId, mnemonic = "" }: Pick<StudyCard, "factId" | "mnemonic">): string {
  return useSyncExternalStore(
    subscribe,
    () => written.get(factId) ?? mnemonic,
    () => mnemonic,
  );
}
