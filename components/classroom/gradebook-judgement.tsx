"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { SubmitEvent } from "react";
import { useSaving } from "@/components/settings/use-saving";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { percentOf } from "@/lib/classroom/gradebook";
import type { CellPlace } from "./gradebook-rows";
import type { CellActions, ShownDetails } from "./use-cell-details";

const longestNote = 1000;

/** The figure that was written, as a share; null where it is no whole number from 0 to 100. */
export function readPercent(text: string): number | null {
  const percent = Number(text);
  return text.trim() !== "" && Number.isInteger(percent) && percent >= 0 && percent <= 100 ? percent / 100 : null;
}

type GradebookJudgementProps = { place: CellPlace; details: ShownDetails; actions: CellActions; onSaved: () => void };

/** What the teacher says of the work: a score in place of the reckoned one, or an excuse. */
export function GradebookJudgement({ place, details, actions, onSaved }: GradebookJudgementProps) {
  const t = useTranslations("gradebook.panel");
  const noteId = useId();
  const [given, setGiven] = useState(details.isOverridden && details.share !== null ? String(percentOf(details.share)) : "");
  const [note, setNote] = useState(details.note);
  const [isBad, setIsBad] = useState(false);
  const { run, isSaving, outcome } = useSaving<() => ReturnType<CellActions["restore"]>>(async (work) => {
    const result = await work();
    if (result.ok) onSaved();
    return result;
  });
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const score = readPercent(given);
    setIsBad(score === null);
    if (score !== null) run(() => actions.override({ ...place, score, note }));
  };
  const isExcused = details.status === "excused";
  return (
    <form onSubmit={save} noValidate className="flex max-w-form flex-col gap-4 print:hidden">
      {isExcused && <p>{t("excused")}</p>}
      {!isExcused && <Field label={t("given")} inputMode="numeric" autoComplete="off" maxLength={3} value={given} onChange={({ target }) => setGiven(target.value)} error={isBad ? t("badScore") : undefined} className="max-w-40" />}
      {!isExcused && (
        <div className="flex flex-col gap-1.5">
          <label htmlFor={noteId} className="font-medium">{t("note")}</label>
          <textarea id={noteId} value={note} maxLength={longestNote} rows={2} aria-describedby={`${noteId}-hint`} onChange={({ target }) => setNote(target.value)} className={`${inputStyle} py-2`} />
          <p id={`${noteId}-hint`} className="text-14 text-muted">{t("noteHint")}</p>
        </div>
      )}
      {isExcused && details.note && <p className="wrap-anywhere whitespace-pre-line text-muted">{details.note}</p>}
      <div className="flex flex-wrap gap-2">
        {!isExcused && <Button type="submit" isBusy={isSaving}>{t("save")}</Button>}
        {details.isOverridden && <Button isBusy={isSaving} onClick={() => run(() => actions.restore(place))}>{t("restore")}</Button>}
        <Button isBusy={isSaving} onClick={() => run(() => actions.excuse({ ...place, isExcused: !isExcused, note: isExcused ? "" : note }))}>{isExcused ? t("takeBack") : t("excuse")}</Button>
      </div>
      <p role="alert" className="text-14 font-medium text-wrong empty:hidden">{(outcome.kind === "failed" || outcome.kind === "refused") && t("notSaved")}</p>
    </form>
  );
}
