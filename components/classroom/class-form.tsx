"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { MakeClass } from "./class-actions";

const longestName = 100;
const fields = ["name", "teacherName"] as const;
type Fault = { field: (typeof fields)[number] | "form"; text: string };

const faults: Record<string, "tooMany" | "rateLimited"> = { CONFLICT: "tooMany", RATE_LIMITED: "rateLimited" };

export function ClassForm({ userName, make }: { userName: string; make: MakeClass }) {
  const t = useTranslations("classes");
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const form = useRef<HTMLFormElement>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isSaving, startTransition] = useTransition();

  const show = (shown: Fault) => {
    setFault(shown);
    form.current?.querySelector<HTMLInputElement>(`[name=${shown.field}]`)?.focus();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [name, teacherName] = fields.map((field) => String(data.get(field) ?? "").trim()) as [string, string];
    for (const [i, value] of [name, teacherName].entries()) {
      if (value === "") return show({ field: fields[i]!, text: t("form.missing") });
      if (value.length > longestName) return show({ field: fields[i]!, text: t("form.tooLong") });
    }
    startTransition(async () => {
      const outcome = await make({ name, teacherName }).catch(() => null);
      if (outcome?.ok) return router.push(`/classes/${outcome.value.classId}/people`);
      const known = faults[outcome?.error.code ?? ""];
      show({ field: "form", text: known ? t(`form.${known}`) : t("failed") });
    });
  };
  const errorOf = (field: Fault["field"]) => (fault?.field === field ? fault.text : undefined);
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex max-w-form flex-col gap-6">
      <Field label={t("form.name")} hint={t("form.nameHint")} name="name" required maxLength={longestName} autoComplete="off" error={errorOf("name")} />
      <Field label={t("form.teacherName")} hint={t("form.teacherHint")} name="teacherName" defaultValue={userName} required maxLength={longestName} autoComplete="name" error={errorOf("teacherName")} />
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {errorOf("form")}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" className="min-h-13 px-7 text-18" disabled={!isInteractive} isBusy={isSaving}>
          {isSaving ? t("form.saving") : t("form.save")}
        </Button>
        <LinkButton href="/classes" look="quiet" className="min-h-13">
          {t("form.cancel")}
        </LinkButton>
      </div>
    </form>
  );
}
