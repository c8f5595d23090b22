"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { startAsGuest } from "./auth-request";

type StartButtonProps = {
  label: string;
  to?: "/study" | `/study?${string}`;
  labels: { starting: string; failed: string; tooMany: string };
};

/** Makes a guest with one press and no form, then opens the session. */
export function StartButton({ label, labels, to = "/study" }: StartButtonProps) {
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const [problem, setProblem] = useState<string | null>(null);
  const [isStarting, startTransition] = useTransition();

  const start = () =>
    startTransition(async () => {
      setProblem(null);
      const outcome = await startAsGuest();
      // A session that began in another tab is as good as a new one.
      if (outcome.ok || outcome.code === "CONFLICT") router.push(to);
      else setProblem(outcome.code === "RATE_LIMITED" ? labels.tooMany : labels.failed);
    });

  return (
    <div className="flex flex-col items-start gap-2">
      <Button look="primary" className="min-h-13 px-7 text-18" disabled={!isInteractive} isBusy={isStarting} onClick={start}>
        {isStarting ? labels.starting : label}
      </Button>
      <p role="alert" className="text-wrong empty:hidden">
        {problem}
      </p>
    </div>
  );
}
