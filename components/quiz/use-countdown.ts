"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { browserNowMs } from "./browser-clock";
import { leftAt, untilNextSecond, type Countdown } from "./countdown";

/** What is left, told anew with every second; `onUp` when nothing is. Null without a limit. */
export function useCountdown(countdown: Countdown | null, onUp: () => void): number | null {
  const [shown, setShown] = useState<{ of: Countdown; leftMs: number } | null>(null);
  const up = useEffectEvent(onUp);

  useEffect(() => {
    if (!countdown) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      const leftMs = leftAt(countdown, browserNowMs());
      setShown({ of: countdown, leftMs });
      if (leftMs === 0) up();
      else timer = setTimeout(tick, untilNextSecond(leftMs));
    };
    tick();
    // A timer sleeps with its tab.
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [countdown]);

  if (!countdown) return null;
  return shown?.of === countdown ? shown.leftMs : countdown.leftMs;
}
