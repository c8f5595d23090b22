"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the page as the server sent it: a press there would be lost, so controls that need scripts wait disabled. */
export const useIsInteractive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
