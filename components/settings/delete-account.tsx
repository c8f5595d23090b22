"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { FormEvent } from "react";
import { signOut } from "@/components/account/auth-request";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { Result } from "@/lib/shared/result";

export type DeleteOwn = (input: { password: string }) => Promise<Result<void, { code: string }>>;

type DeleteAccountProps = { userName: string | null; closeLabel: string; classes: { alone: readonly string[]; handedOver: readonly string[] }; remove: DeleteOwn };

type Problem = { field: "word" | "password" | "form"; text: string };

const refusals: Record<string, Problem["field"]> = { FORBIDDEN: "password", INVALID: "password" };

/** Guests have no password, and type the word alone. */
export function DeleteAccount({ userName, closeLabel, classes, remove }: DeleteAccountProps) {
  const t = useTranslations("settings.data");
  const isInteractive = useIsInteractive();
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isWorking, startTransition] = useTransition();
  const word = t("word");

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const refuse = (field: Problem["field"], text: string) => {
      setProblem({ field, text });
      form.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
    };
    if (String(data.get("word") ?? "").trim().toLowerCase() !== word) return refuse("word", t("wordMissing", { word }));
    startTransition(async () => {
      const outcome = await remove({ password: String(data.get("password") ?? "") }).catch(() => null);
      if (outcome?.ok) {
        await signOut();
        // eslint-disable-next-line @next/next/no-location-assign-relative-destination -- a full load, so that nothing of the account stays in memory
        window.location.assign("/?notice=deleted");
        return;
      }
      const code = outcome?.error.code ?? "";
      const field = refusals[code] ?? "form";
      refuse(field, field === "password" ? t("wrongPassword") : code === "CONFLICT" ? t("teachesAlone") : code === "RATE_LIMITED" ? t("rateLimited") : t("failed"));
    });
  };
  const errorOf = (field: Problem["field"]) => (problem?.field === field ? problem.text : undefined);
  if (classes.alone.length > 0) return <p className="max-w-measure wrap-anywhere text-muted">{t("alone", { classes: classes.alone.join(", ") })}</p>;
  return (
    <>
      <Button look="quiet" disabled={!isInteractive} onClick={() => setIsAsking(true)} className="-ml-3">
        {t("delete")}
      </Button>
      {isAsking && (
        <Dialog title={t("deleteTitle")} closeLabel={closeLabel} onClose={() => setIsAsking(false)}>
          <p>{t("deleteLead")}</p>
          {classes.handedOver.length > 0 && <p className="wrap-anywhere">{t("handedOver", { classes: classes.handedOver.join(", ") })}</p>}
          <form onSubmit={submit} noValidate className="flex flex-col gap-4">
            <Field label={t("typeWord", { word })} name="word" maxLength={100} autoComplete="off" autoCapitalize="none" error={errorOf("word")} />
            {userName !== null && <Field label={t("password")} name="password" type="password" autoComplete="current-password" maxLength={400} error={errorOf("password")} />}
            <p role="alert" className="font-medium text-wrong empty:hidden">
              {errorOf("form")}
            </p>
            <div className="flex flex-wrap gap-3">
              <Button type="submit" look="primary" isBusy={isWorking}>
                {t("confirm")}
              </Button>
              <Button onClick={() => setIsAsking(false)}>{t("cancel")}</Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
