"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { FetchProblem } from "./session-state";

/** The answer waits on the device, and so does its verdict; the work goes on. */
export function Kept({ onGoOn }: { onGoOn: () => void }) {
  const t = useTranslations("study");
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="max-w-measure">{t("save.kept")}</p>
      <Button ref={button} onClick={(event) => event.detail < 2 && onGoOn()}>
        {t("skipVerdict")}
      </Button>
    </div>
  );
}

/** There is no next question, and why. */
export function Stuck({ problem, onRetry }: { problem: FetchProblem; onRetry: () => void }) {
  const t = useTranslations("study");
  return (
    <div role="alert" className="flex flex-col items-start gap-3">
      <p className="text-18">{t(`errors.${problem}`)}</p>
      {problem === "expired" ? <LinkButton href="/sign-in">{t("errors.signIn")}</LinkButton> : <Button onClick={onRetry}>{t("errors.retry")}</Button>}
    </div>
  );
}
