"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState, useTransition } from "react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { namesOf } from "@/lib/classroom/slips";

/** `onGiven` gives in words why it did not work. */
type ClassAccountsNamesProps = { names: readonly string[]; most: number; onGiven: (names: string[]) => Promise<string | null> };

const longestName = 100;

export function ClassAccountsNames({ names, most, onGiven }: ClassAccountsNamesProps) {
  const t = useTranslations("classAccounts");
  const isInteractive = useIsInteractive();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, startTransition] = useTransition();

  const faultOf = (given: readonly string[]): string | null => {
    if (given.length === 0) return t("missing");
    if (given.length > most) return t("tooMany", { count: given.length, most });
    const long = given.find((name) => name.length > longestName);
    return long === undefined ? null : t("tooLong", { name: `${long.slice(0, 30)}…` });
  };
  const refuse = (text: string) => {
    setProblem(text);
    field.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = namesOf(field.current?.value ?? "");
    const fault = faultOf(given);
    if (fault) return refuse(fault);
    startTransition(async () => {
      const refused = await onGiven(given);
      if (refused) refuse(refused);
    });
  };
  return (
    <form onSubmit={submit} noValidate className="flex max-w-column flex-col gap-5">
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="font-medium">
          {t("names")}
        </label>
        <textarea
          ref={field} id={id} rows={12} defaultValue={names.join("\n")} autoComplete="off" spellCheck={false} maxLength={40_000}
          aria-invalid={problem ? true : undefined} aria-describedby={problem ? `${id}-hint ${id}-error` : `${id}-hint`} className={`${inputStyle} py-2`}
        />
        <p id={`${id}-hint`} className="text-14 text-muted">
          {t("namesHint", { most })}
        </p>
        {problem && (
          <p id={`${id}-error`} className="text-14 font-medium wrap-anywhere text-wrong">
            {problem}
          </p>
        )}
      </div>
      <Button type="submit" look="primary" disabled={!isInteractive} isBusy={isWorking} className="self-start">
        {t("preview")}
      </Button>
    </form>
  );
}
