"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useId, useState, useTransition } from "react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { AddToSet as Add } from "./set-actions";

type Subject = { id: string; name: string; facts: readonly { id: string; statement: string }[]; sets: readonly { id: string; name: string }[] };
type AddToSetProps = { subject: Subject; newName: string; add: Add };

const faults: Record<string, "add.full" | "form.gone" | "add.nothing"> = { CONFLICT: "add.full", NOT_FOUND: "form.gone", INVALID: "add.nothing" };

/** A subject as a whole, or some of its facts, and the set that they go into. */
export function AddToSet({ subject, newName, add }: AddToSetProps) {
  const t = useTranslations("sets");
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const setFieldId = useId();
  const [isWhole, setIsWhole] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [isAdding, startTransition] = useTransition();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const facts = isWhole ? [] : data.getAll("fact").map(String);
    if (!isWhole && facts.length === 0) return setFault(t("add.nothing"));
    startTransition(async () => {
      const outcome = await add({ setId: String(data.get("setId")) || null, name: newName, entities: isWhole ? [subject.id] : [], facts }).catch(() => null);
      if (outcome?.ok) return router.push(`/sets/${outcome.value.id}` as Route);
      setFault(t(faults[outcome?.error.code ?? ""] ?? "form.failed"));
    });
  };

  const row = "flex min-h-11 items-center gap-3 rounded-control px-2 hover:bg-sunken has-checked:bg-sunken";
  const box = "size-5 shrink-0 accent-ink";
  return (
    <form onSubmit={submit} className="flex flex-col gap-8">
      <div className="flex flex-col gap-1.5">
        <label htmlFor={setFieldId} className="text-18 font-semibold">
          {t("add.where")}
        </label>
        <select id={setFieldId} name="setId" className={`max-w-form ${inputStyle}`}>
          {subject.sets.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="">{t("add.newSet", { name: newName })}</option>
        </select>
      </div>
      <fieldset className="flex min-w-0 flex-col gap-1">
        <legend className="mb-2 text-18 font-semibold">{t("add.what")}</legend>
        <label className={row}>
          <input type="checkbox" checked={isWhole} onChange={() => setIsWhole(!isWhole)} className={box} />
          <span className="py-2">{t("add.whole", { count: subject.facts.length })}</span>
        </label>
        {!isWhole && (
          <ul className="flex flex-col border-t border-line pt-1">
            {subject.facts.map(({ id, statement }) => (
              <li key={id}>
                <label className={row}>
                  <input type="checkbox" name="fact" value={id} className={box} />
                  <span className="py-2 wrap-anywhere">{statement}</span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </fieldset>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {fault}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" className="min-h-13 px-8 text-18" disabled={!isInteractive} isBusy={isAdding}>
          {t("add.confirm")}
        </Button>
        <LinkButton href={`/explore/${subject.id}` as Route} look="quiet" className="min-h-13">
          {t("form.cancel")}
        </LinkButton>
      </div>
    </form>
  );
}
