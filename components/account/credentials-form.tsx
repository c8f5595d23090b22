"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { Result } from "@/lib/shared/result";
import { signIn } from "./auth-request";

type FieldName = "userName" | "password";
type FormProblem = { field: FieldName | "form"; text: string };

/** The codes that signing up ends in, see lib/actions.ts. */
type SignUpError = { code: string; fields?: Record<string, string> };

/** `after`: where to go then; home, with a notice, unless given. */
type CredentialsFormProps = { after?: string } & (
  | { purpose: "signIn" }
  | { purpose: "signUp"; signUp: (credentials: { userName: string; password: string }) => Promise<Result<void, SignUpError>> }
);

const textOf = (form: FormData, name: FieldName) => String(form.get(name) ?? "");

export function CredentialsForm(props: CredentialsFormProps) {
  const t = useTranslations("account");
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [isWorking, startTransition] = useTransition();
  const isInteractive = useIsInteractive();
  const form = useRef<HTMLFormElement>(null);
  // Where signing in fails after the account was made, the next try only signs in.
  const registeredName = useRef<string | null>(null);
  const { purpose } = props;

  const show = (shown: FormProblem) => {
    setProblem(shown);
    const name = shown.field === "form" ? "userName" : shown.field;
    form.current?.querySelector<HTMLInputElement>(`[name=${name}]`)?.focus();
  };

  const tooMany = (minutes: number | undefined): FormProblem => ({ field: "form", text: t("errors.rateLimited", { minutes: minutes ?? 1 }) });

  const enter = async (userName: string, password: string): Promise<FormProblem | null> => {
    const outcome = await signIn(userName, password);
    if (outcome.ok) return null;
    if (outcome.code === "RATE_LIMITED") return tooMany(outcome.minutes);
    return { field: "form", text: outcome.code === "CredentialsSignin" ? t("errors.wrong") : t("errors.failed") };
  };

  const register = async (userName: string, password: string): Promise<FormProblem | null> => {
    if (props.purpose !== "signUp" || registeredName.current === userName) return null;
    const outcome = await props.signUp({ userName, password }).catch(() => null);
    if (outcome?.ok) {
      registeredName.current = userName;
      return null;
    }
    if (outcome?.error.code === "CONFLICT") return { field: "userName", text: t("errors.taken") };
    if (outcome?.error.code === "RATE_LIMITED") return { field: "form", text: t("errors.tooManySignUps") };
    if (outcome?.error.code !== "INVALID") return { field: "form", text: t("errors.failed") };
    return outcome.error.fields?.userName
      ? { field: "userName", text: t("errors.userName") }
      : { field: "password", text: t("errors.password") };
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [userName, password] = [textOf(data, "userName"), textOf(data, "password")];
    const missing = userName.trim() === "" ? "userName" : password === "" ? "password" : null;
    if (missing) return show({ field: missing, text: t("errors.missing") });
    startTransition(async () => {
      const found = (await register(userName, password)) ?? (await enter(userName, password));
      if (found) show(found);
      // A full load: the whole page belongs to another user now.
      else window.location.assign(props.after ?? (purpose === "signUp" ? "/?notice=signed-up" : "/?notice=signed-in"));
    });
  };

  const errorOf = (field: FieldName) => (problem?.field === field ? problem.text : undefined);
  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      <p role="alert" className="rounded-control border border-wrong bg-wrong-soft px-3 py-2 font-medium text-wrong empty:hidden">
        {problem?.field === "form" ? problem.text : null}
      </p>
      <Field
        label={t("userName")}
        name="userName"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        required
        hint={purpose === "signUp" ? t("signUp.userNameHint") : undefined}
        error={errorOf("userName")}
      />
      <Field
        label={t("password")}
        name="password"
        type="password"
        autoComplete={purpose === "signUp" ? "new-password" : "current-password"}
        maxLength={400}
        required
        hint={purpose === "signUp" ? t("signUp.passwordHint") : undefined}
        error={errorOf("password")}
      />
      <Button type="submit" look="primary" disabled={!isInteractive} isBusy={isWorking}>
        {isWorking ? t("working") : t(`${purpose}.submit`)}
      </Button>
    </form>
  );
}
