"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { flaggedPositions, openPositions, waitingPositions, type QuizState } from "./quiz-state";

type HandInDialogProps = { state: QuizState; closeLabel: string; onHandIn: () => void; onGo: (position: number) => void; onClose: () => void };

/** Before the end: what is still open, and the way there. */
export function HandInDialog({ state, closeLabel, onHandIn, onGo, onClose }: HandInDialogProps) {
  const t = useTranslations("quiz.handIn");
  const saidId = useId();
  const isShown = (position: number) => state.questions[position] !== null;
  const open = openPositions(state).filter(isShown);
  const ahead = state.questions.filter((question) => question === null).length;
  const flagged = flaggedPositions(state);
  const waiting = waitingPositions(state).length;
  const canGo = state.setup.timer.kind !== "question";
  const said = [
    open.length + ahead === 0 && t("all"),
    open.length > 0 && t("open", { count: open.length }),
    ahead > 0 && t("ahead", { count: ahead }),
    flagged.length > 0 && t("flagged", { count: flagged.length }),
    waiting > 0 && t("waiting", { count: waiting }),
    t("final"),
  ].filter((line) => line !== false);
  const ways = canGo ? [open.length > 0 && { label: t("toOpen"), to: open[0]! }, flagged.length > 0 && { label: t("toFlagged"), to: flagged[0]! }].filter((way) => way !== false) : [];
  return (
    <Dialog title={t("title")} describedBy={saidId} closeLabel={closeLabel} onClose={onClose}>
      <div id={saidId} className="flex flex-col gap-1">
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div className="flex flex-col gap-2 sm:flex-row sm:flex-wrap">
        <Button look="primary" onClick={(event) => event.detail < 2 && onHandIn()}>
          {t("button")}
        </Button>
        {ways.map(({ label, to }) => (
          <Button key={label} onClick={() => onGo(to)}>
            {label}
          </Button>
        ))}
        <Button look="quiet" onClick={onClose}>
          {t("back")}
        </Button>
      </div>
    </Dialog>
  );
}
