"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import type { FormEvent } from "react";
import { startAsGuest } from "@/components/account/auth-request";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { JoinClass } from "./class-actions";

/** `isNew`: there is no user yet, so that a guest is made first. */
type ClassJoinFormProps = { code: string; name: string; isNew: boolean; join: JoinClass };

const faults: Record<string, "wrong" | "removed" | "full" | "rateLimited" | "nameTooLong"> = { NOT_FOUND: "wrong", FORBIDDEN: "removed", CONFLICT: "full", RATE_LIMITED: "rateLimited", INVALID: "nameTooLong" };

/** One field and one press: in ten seconds a pupil is in the class. */
export function ClassJoinForm({ code, name, isNew, join }: ClassJoinFormProps) {
  const t = useTranslations("join");
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const form = useRef<HTMLFormElement>(null);
  const [fault, setFault] = useState<{ isName: boolean; text: string } | null>(null);
  const [isJoining, startTransition] = useTransition();

  const refuse = (isName: boolean, text: string) => {
    setFault({ isName, text });
    if (isName) form.current?.querySelector("input")?.focus();
  };
  const enter = async (given: string) => {
    const guest = isNew ? await startAsGuest() : { ok: true as const };
    // A session that began in another tab is as good as a new one.
    if (!guest.ok && guest.code !== "CONFLICT") return refuse(false, t(guest.code === "RATE_LIMITED" ? "tooManyGuests" : "failed"));
    const outcome = await join({ code, name: given }).catch(() => null);
    if (outcome?.ok) return router.push(`/classes/${outcome.value.classId}`);
    const known = faults[outcome?.error.code ?? ""];
    refuse(known === "nameTooLong", t(known ?? "failed"));
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    if (given === "") return refuse(true, t("nameMissing"));
    setFault(null);
    startTransition(() => enter(given));
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-5">
      <Field label={t("name")} hint={t("nameHint")} name="name" defaultValue={name} required maxLength={100} autoComplete="name" error={fault?.isName ? fault.text : undefined} />
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {fault && !fault.isName ? fault.text : null}
      </p>
      <Button type="submit" look="primary" className="min-h-13 text-18" disabled={!isInteractive} isBusy={isJoining}>
        {isJoining ? t("joining") : t("join")}
      </Button>
    </form>
  );
}
