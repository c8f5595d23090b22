"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { ForSet, ShareSet as Share } from "./set-actions";

type ShareSetProps = { setId: string; link: string | null; share: Share; stop: ForSet };

/** The link of a set: whoever has it sees the set and may copy it. */
export function ShareSet({ setId, link, share, stop }: ShareSetProps) {
  const t = useTranslations("sets");
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const [said, setSaid] = useState<"copied" | "copyFailed" | "renewed" | "stopped" | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [isWorking, startTransition] = useTransition();

  const run = (work: () => Promise<{ ok: boolean }>, done: typeof said) =>
    startTransition(async () => {
      const outcome = await work().catch(() => null);
      setHasFailed(!outcome?.ok);
      setSaid(outcome?.ok ? done : null);
      if (outcome?.ok) router.refresh();
    });
  const copy = (text: string) => {
    // Without a secure connection browsers have no clipboard.
    const writing = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error("no clipboard"));
    writing.then(() => setSaid("copied"), () => setSaid("copyFailed"));
  };

  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-measure text-muted">{t(link ? "share.isShared" : "share.lead")}</p>
      {link && <input readOnly value={link} aria-label={t("share.link")} onFocus={(event) => event.target.select()} className={`max-w-measure ${inputStyle}`} />}
      <div className="flex flex-wrap gap-2">
        {link ? (
          <>
            <Button disabled={!isInteractive} onClick={() => copy(link)}>
              {t("share.copyLink")}
            </Button>
            <Button look="quiet" disabled={!isInteractive} isBusy={isWorking} onClick={() => run(() => share({ setId, isRenewed: true }), "renewed")}>
              {t("share.renew")}
            </Button>
            <Button look="quiet" disabled={!isInteractive} isBusy={isWorking} onClick={() => run(() => stop({ setId }), "stopped")}>
              {t("share.stop")}
            </Button>
          </>
        ) : (
          <Button disabled={!isInteractive} isBusy={isWorking} onClick={() => run(() => share({ setId, isRenewed: false }), null)}>
            {t("share.start")}
          </Button>
        )}
      </div>
      <p role="status" className="text-14 text-muted empty:hidden">
        {said && t(`share.${said}`)}
      </p>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {hasFailed ? t("form.failed") : null}
      </p>
    </div>
  );
}
