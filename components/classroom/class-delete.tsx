"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { ForClass } from "./class-actions";
import { useClassChange } from "./use-class-change";

type ClassDeleteProps = { name: string; closeLabel: string; remove: () => ReturnType<ForClass>; onDone: () => void };

/** A class is deleted by whoever types its name: one wrong press must not end a year's gradebook. */
export function ClassDelete({ name, closeLabel, remove, onDone }: ClassDeleteProps) {
  const t = useTranslations("classes");
  const isInteractive = useIsInteractive();
  const { run, isBusy, problem } = useClassChange();
  const [isAsking, setIsAsking] = useState(false);
  const [isOther, setIsOther] = useState(false);

  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = String(new FormData(form).get("name") ?? "").replace(/\s+/g, " ").trim();
    const isSame = given.normalize("NFC") === name;
    setIsOther(!isSame);
    if (isSame) run(remove, onDone);
    else form.querySelector<HTMLInputElement>("[name=name]")?.focus();
  };
  return (
    <>
      <Button look="quiet" disabled={!isInteractive} onClick={() => setIsAsking(true)} className="-ml-3">
        {t("settings.delete")}
      </Button>
      {isAsking && (
        <Dialog title={t("settings.deleteTitle")} closeLabel={closeLabel} onClose={() => setIsAsking(false)}>
          <p>{t("settings.deleteLead")}</p>
          <form onSubmit={confirm} noValidate className="flex flex-col gap-4">
            <Field label={t("settings.deleteType", { name })} name="name" maxLength={400} autoComplete="off" error={isOther ? t("settings.deleteMismatch") : undefined} />
            <p role="alert" className="font-medium text-wrong empty:hidden">
              {problem}
            </p>
            <div className="flex flex-wrap gap-3">
              <Button type="submit" look="primary" isBusy={isBusy}>
                {t("settings.deleteConfirm")}
              </Button>
              <Button onClick={() => setIsAsking(false)}>{t("cancel")}</Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
