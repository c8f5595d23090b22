"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { FormEvent, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { SaveState } from "./save-state";
import type { useSaving } from "./use-saving";

type SettingFormProps = { saving: Pick<ReturnType<typeof useSaving>, "isSaving" | "outcome">; onSave: (form: FormData) => void; children: ReactNode };

/** Fields with a button that saves them together; refused ones say so themselves and get the focus. */
export function SettingForm({ saving, onSave, children }: SettingFormProps) {
  const t = useTranslations("settings");
  const isInteractive = useIsInteractive();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (saving.outcome.kind === "refused") form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [saving.outcome]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSave(new FormData(event.currentTarget));
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-5">
      {children}
      <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" disabled={!isInteractive} isBusy={saving.isSaving}>
          {saving.isSaving ? t("saving") : t("save")}
        </Button>
        <SaveState kind={saving.outcome.kind} />
      </div>
    </form>
  );
}
