"use client";

import { useSyncExternalStore } from "react";
import { browserStorage } from "./save-queue";

const key = "hangtian.quiz-timer";
const readers = new Set<() => void>();
/** Where the browser keeps nothing it holds for this page. */
let here: boolean | null = null;

function isShown(): boolean {
  if (here !== null) return here;
  try {
    return browserStorage()?.getItem(key) !== "hidden";
  } catch {
    return true;
  }
}

function show(shown: boolean): void {
  here = shown;
  try {
    browserStorage()?.setItem(key, shown ? "shown" : "hidden");
  } catch {
    // It is kept for this page.
  }
  for (const read of readers) read();
}

const subscribe = (read: () => void) => {
  readers.add(read);
  return () => readers.delete(read);
};

/** Whether the time is shown: a choice of this browser. */
export const useShownTimer = () => ({ isShown: useSyncExternalStore(subscribe, isShown, () => true), show });
