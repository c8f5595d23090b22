"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { ForClass } from "./class-actions";
import { ClassJoinShow, type ShownJoin } from "./class-join-show";
import { useClassChange } from "./use-class-change";

type ClassJoinButtonsProps = { classId: string; closeLabel: string; changeCode: ForClass; closeCode: ForClass; shown: ShownJoin | null };

export function ClassJoinButtons({ classId, closeLabel, changeCode, closeCode, shown }: ClassJoinButtonsProps) {
  const t = useTranslations("classes");
  const isInteractive = useIsInteractive();
  const { run, isBusy, problem } = useClassChange();
  const [open, setOpen] = useState<"show" | "rotate" | null>(null);
  const [copied, setCopied] = useState<"copied" | "copyFailed" | null>(null);

  const close = () => setOpen(null);
  const copy = (link: string) => {
    // Without a secure connection browsers have no clipboard.
    const writing = navigator.clipboard ? navigator.clipboard.writeText(link) : Promise.reject(new Error("no clipboard"));
    writing.then(() => setCopied("copied"), () => setCopied("copyFailed"));
  };
  const renew = () => run(() => changeCode({ classId }), close);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-3">
        {shown ? (
          <>
            <Button disabled={!isInteractive} onClick={() => setOpen("show")}>
              {t("join.show")}
            </Button>
            <Button disabled={!isInteractive} onClick={() => copy(shown.link)}>
              {t("join.copy")}
            </Button>
            <Button look="quiet" disabled={!isInteractive} onClick={() => setOpen("rotate")}>
              {t("join.rotate")}
            </Button>
            <Button look="quiet" disabled={!isInteractive} isBusy={isBusy} onClick={() => run(() => closeCode({ classId }), () => setCopied(null))}>
              {t("join.close")}
            </Button>
          </>
        ) : (
          <Button disabled={!isInteractive} isBusy={isBusy} onClick={renew}>
            {t("join.open")}
          </Button>
        )}
      </div>
      <p role="status" className="text-14 text-muted empty:hidden">
        {copied && t(`join.${copied}`)}
      </p>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {open === null && problem}
      </p>
      {shown && open === "show" && <ClassJoinShow shown={shown} closeLabel={closeLabel} onClose={close} />}
      {open === "rotate" && (
        <Dialog title={t("join.rotateTitle")} closeLabel={closeLabel} onClose={close}>
          <p>{t("join.rotateLead")}</p>
          <p role="alert" className="font-medium text-wrong empty:hidden">
            {problem}
          </p>
          <div className="flex flex-wrap gap-3">
            <Button look="primary" isBusy={isBusy} onClick={renew}>
              {t("join.rotateConfirm")}
            </Button>
            <Button onClick={close}>{t("cancel")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
