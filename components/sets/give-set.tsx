"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useId, useState, useTransition } from "react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { ForClassSet } from "./set-actions";

type GiveSetProps = { classId: string; offered: readonly { id: string; name: string }[]; publish: ForClassSet };

/** Lets the class use one of the teacher's own sets. */
export function GiveSet({ classId, offered, publish }: GiveSetProps) {
  const t = useTranslations("sets");
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const id = useId();
  const [fault, setFault] = useState<string | null>(null);
  const [isGiving, startTransition] = useTransition();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const setId = String(new FormData(event.currentTarget).get("setId"));
    startTransition(async () => {
      const outcome = await publish({ classId, setId }).catch(() => null);
      setFault(outcome?.ok ? null : t(outcome?.error.code === "CONFLICT" ? "classes.full" : "form.failed"));
      if (outcome?.ok) router.refresh();
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2 self-stretch">
      <label htmlFor={id} className="font-medium">
        {t("classes.which")}
      </label>
      <div className="flex flex-wrap gap-3">
        <select id={id} name="setId" className={`max-w-form ${inputStyle}`}>
          {offered.map((set) => (
            <option key={set.id} value={set.id}>
              {set.name}
            </option>
          ))}
        </select>
        <Button type="submit" disabled={!isInteractive} isBusy={isGiving}>
          {t("classes.giveThis")}
        </Button>
      </div>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {fault}
      </p>
    </form>
  );
}
