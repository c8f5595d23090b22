"use client";

import { useEffect, useRef, useState, useTransition } from "react";
import type { SettingChanges } from "@/lib/scheduling/study-settings";
import type { Result } from "@/lib/shared/result";

/** What saving ends in, see lib/actions.ts: `fields` says which settings were refused. */
export type SaveError = { code: string; fields?: Record<string, string> };
export type Save<T> = (input: T) => Promise<Result<void, SaveError>>;
export type SaveSettings = Save<SettingChanges>;

type Outcome = { kind: "none" | "saved" | "failed" } | { kind: "refused"; fields: readonly string[] };

/** Runs a save and remembers how it ended; a network failure is a failed save. */
export function useSaving<T>(save: Save<T>) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: "none" });
  const [isSaving, startTransition] = useTransition();
  const run = (input: T) =>
    startTransition(async () => {
      setOutcome({ kind: "none" });
      const result = await save(input).catch(() => null);
      const fields = result?.ok === false ? Object.keys(result.error.fields ?? {}) : [];
      // A transition of its own, as after an await it is none: it is shown together with the page that the save brought.
      startTransition(() => setOutcome(fields.length > 0 ? { kind: "refused", fields } : { kind: result?.ok ? "saved" : "failed" }));
    });
  return { run, isSaving, outcome, isRefused: (field: string) => outcome.kind === "refused" && outcome.fields.includes(field) };
}

/** For what should get the focus once a save is done, because the button that was pressed is gone then. */
export function useFocusWhenSaved<E extends HTMLElement>({ kind }: Outcome) {
  const element = useRef<E>(null);
  useEffect(() => {
    if (kind === "saved") element.current?.focus();
  }, [kind]);
  return element;
}
