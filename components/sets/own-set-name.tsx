"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Field } from "@/components/ui/field";

/** The name of a set that begins with these cards or this table, which is asked for; a set that is there has its name (`setName`) already. */
export function useSetName(setName: string, onTyped: () => void) {
  const t = useTranslations("ownFacts.form");
  const id = useId();
  const [name, setTyped] = useState(setName);
  const [fault, setFault] = useState<string | undefined>();

  /** Says at the field what is missing. */
  const demandName = (): boolean => {
    if (name.trim() !== "") return true;
    setFault(t("nameMissing"));
    document.getElementById(id)?.focus();
    return false;
  };
  const field = setName === "" && (
    <Field
      id={id} label={t("name")} value={name} maxLength={100} required autoComplete="off" className="max-w-form" error={fault}
      onChange={(event) => {
        setTyped(event.target.value);
        setFault(undefined);
        onTyped();
      }}
    />
  );
  return { name, demandName, field };
}
