"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { ForClass } from "./class-actions";
import { useClassChange } from "./use-class-change";

export function ClassLeave({ classId, closeLabel, leave }: { classId: string; closeLabel: string; leave: ForClass }) {
  const t = useTranslations("classes");
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const { run, isBusy, problem } = useClassChange();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div>
      <Button look="quiet" disabled={!isInteractive} onClick={() => setIsAsking(true)} className="-ml-3">
        {t("leave.open")}
      </Button>
      {isAsking && (
        <Dialog title={t("leave.title")} closeLabel={closeLabel} onClose={() => setIsAsking(false)}>
          <p>{t("leave.lead")}</p>
          <p role="alert" className="font-medium text-wrong empty:hidden">
            {problem}
          </p>
          <div className="flex flex-wrap gap-3">
            <Button look="primary" isBusy={isBusy} onClick={() => run(() => leave({ classId }), () => router.push("/classes"))}>
              {t("leave.confirm")}
            </Button>
            <Button onClick={() => setIsAsking(false)}>{t("cancel")}</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
