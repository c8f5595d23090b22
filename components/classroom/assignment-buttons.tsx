"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { AssignmentActions } from "./assignment-actions";
import { AssignmentAsk } from "./assignment-ask";
import { useAssignmentChange } from "./use-assignment-change";

type AssignmentButtonsProps = { assignmentId: string; classId: string; isPublished: boolean; isArchived: boolean; begun: number; link: string; closeLabel: string; actions: AssignmentActions };

/** What teachers do with an assignment; what takes something from pupils is asked first. */
export function AssignmentButtons({ assignmentId, classId, isPublished, isArchived, begun, link, closeLabel, actions }: AssignmentButtonsProps) {
  const t = useTranslations("assignments.taught");
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const { run, isBusy, problem } = useAssignmentChange(assignmentId);
  const [asked, setAsked] = useState<"withdraw" | "delete" | null>(null);
  const [copied, setCopied] = useState<"copied" | "copyFailed" | null>(null);

  const copy = () => {
    // Without a secure connection browsers have no clipboard.
    const writing = navigator.clipboard ? navigator.clipboard.writeText(link) : Promise.reject(new Error("no clipboard"));
    writing.then(() => setCopied("copied"), () => setCopied("copyFailed"));
  };
  const close = () => setAsked(null);
  const confirm = () => (asked === "delete" ? run(actions.remove, () => router.push(`/classes/${classId}` as Route)) : run(actions.withdraw, close));
  if (isArchived) return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-3">
        {!isPublished && (
          <Button look="primary" className="px-7" disabled={!isInteractive} isBusy={isBusy} onClick={() => run(actions.publish)}>
            {t("publish")}
          </Button>
        )}
        {isPublished && <Button disabled={!isInteractive} onClick={copy}>{t("copy")}</Button>}
        <LinkButton href={`/classes/${classId}/assignments/${assignmentId}/edit` as Route} prefetch={false}>
          {t("edit")}
        </LinkButton>
        {isPublished && <Button look="quiet" disabled={!isInteractive} onClick={() => setAsked("withdraw")}>{t("withdraw")}</Button>}
        <Button look="quiet" disabled={!isInteractive} onClick={() => setAsked("delete")}>
          {t("delete")}
        </Button>
      </div>
      {isPublished && <p className="text-14 wrap-anywhere text-muted">{link}</p>}
      <p role="status" className="text-14 text-muted empty:hidden">
        {copied && t(copied)}
      </p>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {asked === null && problem}
      </p>
      {asked && <AssignmentAsk what={asked} begun={begun} closeLabel={closeLabel} isBusy={isBusy} problem={problem} onConfirm={confirm} onClose={close} />}
    </div>
  );
}
