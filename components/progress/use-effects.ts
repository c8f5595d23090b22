"use client";

import { useEffect, useState } from "react";
import type { Choice, Effect } from "@/lib/progress/what-if";
import type { Result } from "@/lib/shared/result";

export type TryOut = (choice: Choice) => Promise<Result<Effect, { code: string }>>;

/** Why nothing came of a try: too many in a short time, or anything else. */
type Failure = "tooOften" | "failed";

/** `of`: of what choice, with what was set when it was asked for. */
type Known = { of: string; effect: Effect };

/** A slider passes many values on its way; only where it rests is anything reckoned. */
const restMs = 250;

const nameOf = (current: Choice, choice: Choice) => [current, choice].map(({ desiredRetention, dailyBudget }) => `${desiredRetention} ${dailyBudget}`).join(" ");

/**
 * The effects of what is set and of another choice, asked for once they are wanted and the choice has rested, what is set first. Until the one
 * of the choice has come, `tried` is the last one, which is marked as waiting.
 */
export function useEffects(tryOut: TryOut, { isWanted, current, choice }: { isWanted: boolean; current: Choice; choice: Choice }) {
  const [known, setKnown] = useState<readonly Known[]>([]);
  const [failed, setFailed] = useState<{ of: string; failure: Failure } | null>(null);
  const effectOf = (wanted: string) => known.find(({ of }) => of === wanted)?.effect ?? null;
  const [present, name] = [effectOf(nameOf(current, current)), nameOf(current, choice)];
  const asked = isWanted ? [current, choice].find((each) => effectOf(nameOf(current, each)) === null && failed?.of !== nameOf(current, each)) : undefined;
  const askedName = asked && nameOf(current, asked);
  const { desiredRetention, dailyBudget } = asked ?? choice;
  const delayMs = asked === current ? 0 : restMs;
  useEffect(() => {
    if (askedName === undefined) return;
    let isAwaited = true;
    const timer = setTimeout(async () => {
      const result = await tryOut({ desiredRetention, dailyBudget }).catch(() => null);
      if (!isAwaited) return;
      if (result?.ok) setKnown((before) => [{ of: askedName, effect: result.value }, ...before]);
      setFailed(result?.ok ? null : { of: askedName, failure: result?.error.code === "RATE_LIMITED" ? "tooOften" : "failed" });
    }, delayMs);
    return () => {
      isAwaited = false;
      clearTimeout(timer);
    };
  }, [tryOut, askedName, desiredRetention, dailyBudget, delayMs]);
  const isMissed = failed !== null && asked === undefined && (present === null || failed.of === name);
  return { present, tried: effectOf(name) ?? known[0]?.effect ?? null, isWaiting: asked !== undefined, failure: isMissed ? failed.failure : null };
}
