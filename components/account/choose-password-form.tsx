"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { Result } from "@/lib/shared/result";
import { signIn } from "./auth-request";

type Choose = (input: { password: string }) => Promise<Result<void, { code: string; fields?: Record<string, string> }>>;

/** A password in place of the one on the slip; then this browser signs in with it, as all sessions have ended. */
export function ChoosePasswordForm({ userName, choose }: { userName: string; choose: Choose }) {
  const t = useTranslations("classAccounts");
  const isInteractive = useIsInteractive();
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);

  const refuse = (text: string) => {
    setProblem(text);
    form.current?.querySelector<HTMLInputElement>("[name=password]")?.focus();
  };
  const save = async (password: string) => {
    const outcome = await choose({ password }).catch(() => null);
    if (!outcome) return refuse(t("failed"));
    if (!outcome.ok) {
      const { code, fields } = outcome.error;
      if (code === "INVALID") return refuse(fields ? t("choose.tooShort") : t("choose.same"));
      if (code === "RATE_LIMITED") return refuse(t("choose.rateLimited"));
      if (code !== "CONFLICT" && code !== "UNAUTHENTICATED") return refuse(t("failed"));
    }
    const isIn = outcome.ok && (await signIn(userName, password)).ok;
    // A full load: it is another session now.
    window.location.assign(isIn ? "/?notice=signed-in" : "/sign-in");
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    startTransition(() => save(password));
  };
  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      {/* Password managers keep the two together. */}
      <Field label={t("userName")} name="userName" autoComplete="username" value={userName} readOnly />
      <Field label={t("choose.password")} name="password" type="password" autoComplete="new-password" maxLength={400} required hint={t("choose.hint")} error={problem ?? undefined} />
      <Button type="submit" look="primary" disabled={!isInteractive} isBusy={isSaving}>
        {isSaving ? t("choose.saving") : t("choose.save")}
      </Button>
    </form>
  );
}
