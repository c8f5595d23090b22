"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Field } from "@/components/ui/field";
import type { FoundEntity, SearchEntities } from "./set-actions";

type Named = { id: string; name: string };
type EntityPickerProps = { chosen: readonly Named[]; onChange: (chosen: Named[]) => void; search: SearchEntities };

const waitMs = 250;

/** Subjects found by name and added one by one. What is found stands below the field as buttons, so it needs no keys of its own. */
export function EntityPicker({ chosen, onChange, search }: EntityPickerProps) {
  const t = useTranslations("sets.form");
  const [found, setFound] = useState<FoundEntity[] | null>(null);
  const asked = useRef(0);
  const field = useRef<HTMLDivElement>(null);

  const look = (query: string) => {
    const turn = ++asked.current;
    if (query.trim() === "") return setFound(null);
    setTimeout(async () => {
      if (turn !== asked.current) return;
      const outcome = await search({ query }).catch(() => null);
      // An answer that comes after a later question is no longer wanted.
      if (turn === asked.current) setFound(outcome?.ok ? outcome.value : []);
    }, waitMs);
  };

  const add = ({ id, name }: FoundEntity) => {
    onChange([...chosen, { id, name }]);
    setFound((before) => before?.filter((entity) => entity.id !== id) ?? null);
    field.current?.querySelector("input")?.focus();
  };

  const isChosen = new Set(chosen.map(({ id }) => id));
  const offered = found?.filter(({ id }) => !isChosen.has(id)) ?? [];
  return (
    <div ref={field} className="flex flex-col gap-3">
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {chosen.map(({ id, name }) => (
            <li key={id} className="inline-flex items-center rounded-control border border-control bg-surface pl-3">
              <span className="wrap-anywhere">{name}</span>
              <button type="button" aria-label={t("remove", { name })} onClick={() => onChange(chosen.filter((entity) => entity.id !== id))} className="grid size-11 place-items-center rounded-control hover:bg-sunken">
                <X aria-hidden size={18} strokeWidth={1.5} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Field
        label={t("search")}
        hint={t("entitiesHint")}
        type="search"
        maxLength={100}
        autoComplete="off"
        onChange={(event) => look(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (offered[0]) add(offered[0]);
        }}
      />
      <p role="status" className="text-14 text-muted empty:hidden">
        {found && t("found", { count: offered.length })}
      </p>
      {offered.length > 0 && (
        <ul className="flex flex-col">
          {offered.map((entity) => (
            <li key={entity.id}>
              <button type="button" aria-label={t("add", { name: entity.name })} onClick={() => add(entity)} className="flex min-h-11 w-full items-center gap-3 rounded-control px-3 text-left hover:bg-sunken">
                <Plus aria-hidden size={18} strokeWidth={1.5} className="shrink-0 text-muted" />
                <span className="flex flex-wrap items-baseline gap-x-2">
                  <span>{entity.name}</span>
                  {entity.zh && (
                    <span lang="zh-Hans" className="text-14 text-muted">
                      {entity.zh}
                    </span>
                  )}
                  <span className="text-14 text-muted">{entity.kind}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
