"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { ForSet } from "./set-actions";

/** `work`: how many pieces of work of classes are about it; while there are any it stays. */
type DeleteSetProps = { set: { id: string; name: string }; work: number; closeLabel: string; remove: ForSet };

/** Asks once more before the set goes. */
export function DeleteSet({ set, work, closeLabel, remove }: DeleteSetProps) {
  const t = useTranslations("sets");
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const [isAsking, setIsAsking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [isDeleting, startTransition] = useTransition();

  const confirm = () =>
    startTransition(async () => {
      const outcome = await remove({ setId: set.id }).catch(() => null);
      // Gone in another tab is gone as well.
      if (outcome?.ok || outcome?.error.code === "NOT_FOUND") router.push("/sets");
      else setFault(t(outcome?.error.code === "CONFLICT" ? "delete.inUse" : "form.failed"));
    });

  return (
    <>
      <Button look="quiet" disabled={!isInteractive} onClick={() => setIsAsking(true)}>
        {t("page.delete")}
      </Button>
      {isAsking && (
        <Dialog title={t(work > 0 ? "delete.usedTitle" : "delete.title")} closeLabel={closeLabel} onClose={() => setIsAsking(false)}>
          <p className="wrap-anywhere">{work > 0 ? t("delete.usedBy", { work }) : t("delete.lead", { name: set.name })}</p>
          <p role="alert" className="font-medium text-wrong empty:hidden">
            {fault}
          </p>
          <div className="flex flex-wrap gap-3">
            {work === 0 && (
              <Button look="primary" isBusy={isDeleting} onClick={confirm}>
                {t("delete.confirm")}
              </Button>
            )}
            <Button onClick={() => setIsAsking(false)}>{t("delete.keep")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
