"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { RegradeEffect } from "@/lib/classroom/regrade";
import type { Result } from "@/lib/shared/result";

type Wish = { assignmentId: string; revision: number; itemId: string; isLeftOut: boolean };
type Ask = (wish: Wish) => Promise<Result<RegradeEffect, { message: string }>>;

/** What the server does, handed down by the page; both tell what it means for the marks. */
export type RegradeActions = { foresee: Ask; regrade: Ask };

type AnalysisRegradeProps = { assignmentId: string; revision: number; itemId: string; number: number; isLeftOut: boolean; closeLabel: string; actions: RegradeActions };

/** Leaves a question out of the marks, or takes that back; what it means is said before. */
export function AnalysisRegrade({ assignmentId, revision, itemId, number, isLeftOut, closeLabel, actions }: AnalysisRegradeProps) {
  const t = useTranslations("analysis.regrade");
  const isInteractive = useIsInteractive();
  const [isBusy, startTransition] = useTransition();
  const [foreseen, setForeseen] = useState<RegradeEffect | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const run = (ask: Ask, onDone: (effect: RegradeEffect) => void) =>
    startTransition(async () => {
      setProblem(null);
      const outcome = await ask({ assignmentId, revision, itemId, isLeftOut: !isLeftOut }).catch(() => null);
      if (outcome?.ok) onDone(outcome.value);
      else setProblem(outcome ? outcome.error.message : t("failed"));
    });
  const told = <p role="alert" className="font-medium text-wrong empty:hidden">{problem}</p>;
  return (
    <div className="flex flex-col items-start gap-2">
      <Button disabled={!isInteractive} isBusy={isBusy && foreseen === null} onClick={() => run(actions.foresee, setForeseen)}>
        {t(isLeftOut ? "countAgain" : "leaveOut")}
        <span className="sr-only">{t("numbered", { number })}</span>
      </Button>
      {foreseen === null && told}
      {foreseen && (
        <Dialog title={t("title", { isLeftOut: String(isLeftOut), number })} closeLabel={closeLabel} onClose={() => setForeseen(null)}>
          <p>{t("lead", { isLeftOut: String(isLeftOut) })}</p>
          <Effect effect={foreseen} />
          {told}
          <div className="flex flex-wrap gap-3">
            <Button look="primary" isBusy={isBusy} onClick={() => run(actions.regrade, () => setForeseen(null))}>{t("confirm", { isLeftOut: String(isLeftOut) })}</Button>
            <Button onClick={() => setForeseen(null)}>{t("cancel")}</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function Effect({ effect: { pupils, up, down } }: { effect: RegradeEffect }) {
  const t = useTranslations("analysis.regrade");
  const direction = up > 0 && down > 0 ? "both" : up > 0 ? "up" : "down";
  return <p className="font-medium tabular-nums">{pupils === 0 ? t("none") : t("pupils", { count: pupils, direction, up, down })}</p>;
}
