"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { createEventId } from "@/components/answer/event-id";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { inputStyle } from "@/components/ui/field";
import { reportReasons, type ReportReason } from "@/lib/questions/report-reasons";
import { postReport, type ReportOutcome } from "./report-api";

type ReportDialogProps = { presentationId: string; closeLabel: string; onClose: () => void };

const longestComment = 1000;

/** What is wrong with the question that is shown; the server keeps the question with it. */
export function ReportDialog({ presentationId, closeLabel, onClose }: ReportDialogProps) {
  const t = useTranslations("reports");
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [comment, setComment] = useState("");
  const [isSending, setIsSending] = useState(false);
  const [outcome, setOutcome] = useState<ReportOutcome | "unchosen" | null>(null);
  // Sent again after a lost connection it is still the same report.
  const reportId = useRef<string | null>(null);

  const send = async () => {
    if (!reason) return setOutcome("unchosen");
    reportId.current ??= createEventId();
    setIsSending(true);
    setOutcome(await postReport({ reportId: reportId.current, presentationId, reason, comment }));
    setIsSending(false);
  };

  return (
    <Dialog title={t("title")} closeLabel={closeLabel} onClose={onClose}>
      {outcome === "sent" ? (
        <div className="flex flex-col items-start gap-4">
          <p role="status">{t("sent")}</p>
          <Button look="primary" autoFocus onClick={onClose}>
            {closeLabel}
          </Button>
        </div>
      ) : (
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isSending) void send();
          }}
        >
          <fieldset className="flex min-w-0 flex-col">
            <legend className="mb-1 font-medium">{t("what")}</legend>
            {reportReasons.map((name) => (
              <label key={name} className="flex min-h-11 items-center gap-3">
                <input type="radio" name="reason" checked={reason === name} onChange={() => setReason(name)} className="size-5 shrink-0 accent-ink" />
                {t(`reason.${name}`)}
              </label>
            ))}
          </fieldset>
          <label className="flex flex-col gap-1.5">
            <span className="font-medium">{t("comment")}</span>
            <textarea rows={3} maxLength={longestComment} value={comment} onChange={(event) => setComment(event.target.value)} className={classNames(inputStyle, "py-2")} />
          </label>
          <p role="alert" className="font-medium text-wrong empty:hidden">
            {outcome && t(`outcome.${outcome}`)}
          </p>
          <Button type="submit" look="primary" isBusy={isSending}>
            {t("send")}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
