"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";

type Picked = { id: string; statement: string };

/** Facts that were picked one by one, each of which can be taken out again. */
export function PickedFacts({ picked, onChange }: { picked: readonly Picked[]; onChange: (picked: Picked[]) => void }) {
  const t = useTranslations("sets.form");
  return (
    <ul>
      {picked.map(({ id, statement }) => (
        <li key={id} className="flex items-center justify-between gap-3 border-b border-line">
          <span className="py-2">{statement}</span>
          <button type="button" aria-label={t("remove", { name: statement })} onClick={() => onChange(picked.filter((fact) => fact.id !== id))} className="grid size-11 shrink-0 place-items-center rounded-control hover:bg-sunken">
            <X aria-hidden size={18} strokeWidth={1.5} />
          </button>
        </li>
      ))}
    </ul>
  );
}
