"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { inputStyle } from "@/components/ui/field";
import { ChoiceProblem } from "./choice-problem";
import { useFactChoice } from "./use-fact-choice";
import { rememberNote } from "./written-notes";

const longestNote = 1000;

type NoteDialogProps = { factId: string; note: string; onClose: () => void };

/** The learner's own words on a fact. They are kept as they stand when the answer is shown again. */
export function NoteDialog({ factId, note, onClose }: NoteDialogProps) {
  const t = useTranslations("card");
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(note);
  const { decide, isSending, problem } = useFactChoice();

  // An open dialog puts it on its first button.
  useEffect(() => field.current?.focus(), []);

  const save = () =>
    decide({ do: "note", factId, text }, () => {
      rememberNote(factId, text.trim());
      onClose();
    });
  return (
    <Dialog title={t("note.title")} closeLabel={t("close")} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p id="note-hint" className="text-muted">
          {t("note.hint")}
        </p>
        <textarea
          rows={5}
          ref={field}
          aria-label={t("note.title")}
          aria-describedby="note-hint"
          maxLength={longestNote}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className={classNames(inputStyle, "py-2")}
        />
        <ChoiceProblem problem={problem} />
        <Button type="submit" look="primary" isBusy={isSending}>
          {t("note.save")}
        </Button>
      </form>
    </Dialog>
  );
}
