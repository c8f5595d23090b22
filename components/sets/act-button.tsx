"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { startAsGuest } from "@/components/account/auth-request";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-style";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { Result } from "@/lib/shared/result";

type Outcome = Promise<Result<{ id: string } | void, { code: string; message: string }>>;

/** What is said where it does not work, by the code of the error; `failed` for every other. */
export type ActFaults = { failed: string } & Partial<Record<string, string>>;

type ActButtonProps<Input> = {
  label: string;
  /** What is read out in place of the label, where that says too little alone. */
  describedAs?: string;
  act: (input: Input) => Outcome;
  input: Input;
  /** Where to go then: to the set that it made or changed; else the page is shown anew, with the focus on the element of this id if the button is gone. */
  then: "set" | { focus?: string };
  faults: ActFaults;
  /** There is no user yet, so that a guest is made first. */
  isNew?: boolean;
  look?: ButtonLook;
  className?: string;
};

/** A button that does one thing at the server, and says below it where that did not work. */
export function ActButton<Input>({ label, describedAs, act, input, then, faults, isNew = false, look, className }: ActButtonProps<Input>) {
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const [fault, setFault] = useState<string | null>(null);
  const [isActing, startTransition] = useTransition();

  const run = async (): Promise<void> => {
    const guest = isNew ? await startAsGuest() : { ok: true as const };
    // A session that began in another tab is as good as a new one.
    if (!guest.ok && guest.code !== "CONFLICT") return setFault(faults[guest.code] ?? faults.failed);
    const outcome = await act(input).catch(() => null);
    setFault(outcome?.ok ? null : (faults[outcome?.error.code ?? ""] ?? faults.failed));
    if (!outcome?.ok) return;
    if (then === "set") return router.push(`/sets/${(outcome.value as { id: string }).id}` as Route);
    if (then.focus !== undefined) document.getElementById(then.focus)?.focus();
    router.refresh();
  };

  return (
    <span className="inline-flex flex-col items-start gap-2">
      <Button {...(look && { look })} aria-label={describedAs} disabled={!isInteractive} isBusy={isActing} className={className} onClick={() => startTransition(run)}>
        {label}
      </Button>
      <span role="alert" className="max-w-measure font-medium text-wrong empty:hidden">
        {fault}
      </span>
    </span>
  );
}
