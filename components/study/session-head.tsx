"use client";

import { useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import type { SaveStatus } from "./answer-sender";
import { SaveSign } from "./save-sign";
import { tallyOf, type SessionState } from "./session-state";
import type { Refusal } from "./study-api";

type SessionHeadProps = { state: SessionState; save: SaveStatus; refusal: Refusal | null };

/** How far the session is, and where the last answer is. */
export function SessionHead({ state, save, refusal }: SessionHeadProps) {
  const t = useTranslations("study");
  const { answered, left } = tallyOf(state);
  const { stage } = state;
  const isNew = "card" in stage && stage.card.isNew;
  return (
    <div className="flex flex-col gap-2">
      <Progress label={t("progress")} value={answered} max={answered + left} />
      <div className="flex justify-between gap-4 text-14 text-muted">
        <div className="flex shrink-0 gap-2">
          <p className="tabular-nums">{stage.at !== "done" && t(stage.at === "verdict" ? "leftAfter" : "left", { left })}</p>
          {isNew && <p className="border-l border-line pl-2">{t("new")}</p>}
        </div>
        <SaveSign status={save} refusal={refusal} />
      </div>
      {/* Focus goes to the question, which reads it out; this says why it is there again. */}
      <p role="status" className="sr-only">
        {state.undone > 0 && t("undone", { count: state.undone })}
      </p>
    </div>
  );
}
