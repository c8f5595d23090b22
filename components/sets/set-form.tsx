"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { answerDifficulties } from "@/lib/facts/answer-difficulty";
import { EntityPicker } from "./entity-picker";
import { ChoiceBoxes, type ChoiceBox } from "./choice-boxes";
import { MoreChoices, moreParts, type MoreChosen, type MoreOffered, type MorePart } from "./more-choices";
import { PickedFacts } from "./picked-facts";
import type { SaveSet, SearchEntities } from "./set-actions";

/** `saved`: the set that is changed, by what its form was filled from; null for a new one. */
export type EditedSet = {
  saved: { id: string; revision: number; hasOwnFacts: boolean } | null;
  name: string;
  topics: string[];
  entities: { id: string; name: string }[];
  picked: { id: string; statement: string }[];
} & Partial<Record<MorePart, string[]>>;

type SetFormProps = { set: EditedSet; topics: ChoiceBox[]; more: MoreOffered; save: SaveSet; search: SearchEntities };

/** What the server may say, see lib/data/sets.ts; a set that is changed has a place already, so that a conflict is with another tab. */
const faults: Record<string, "tooMany" | "empty" | "gone"> = { CONFLICT: "tooMany", INVALID: "empty", NOT_FOUND: "gone" };

const chosenOf = (set: EditedSet): MoreChosen => ({ types: new Set(set.types), programmes: new Set(set.programmes), kinds: new Set(set.kinds), difficulties: new Set(set.difficulties) });

type FormFault = { field: "name" | "form"; text: string };

export function SetForm({ set, topics, more, save, search }: SetFormProps) {
  const t = useTranslations("sets.form");
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const form = useRef<HTMLFormElement>(null);
  const [chosenTopics, setChosenTopics] = useState<ReadonlySet<string>>(() => new Set(set.topics));
  const [entities, setEntities] = useState(set.entities);
  const [picked, setPicked] = useState(set.picked);
  const [chosen, setChosen] = useState(() => chosenOf(set));
  // Once it was told that the set is not what the form was filled from, saving again means it.
  const [isMeant, setIsMeant] = useState(false);
  const [fault, setFault] = useState<FormFault | null>(null);
  const [isSaving, startTransition] = useTransition();

  const show = (shown: FormFault) => {
    setFault(shown);
    if (shown.field === "name") form.current?.querySelector<HTMLInputElement>("[name=name]")?.focus();
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    if (name === "") return show({ field: "name", text: t("nameMissing") });
    const [types, programmes, kinds] = [[...chosen.types], [...chosen.programmes], [...chosen.kinds]];
    const difficulties = answerDifficulties.filter((each) => chosen.difficulties.has(each));
    const query = { topics: [...chosenTopics], entities: entities.map(({ id }) => id), facts: picked.map(({ id }) => id), types, programmes, kinds, difficulties };
    if (!set.saved?.hasOwnFacts && Object.values(query).every((part) => part.length === 0)) return show({ field: "form", text: t("empty") });
    const which = set.saved && { setId: set.saved.id, ...(!isMeant && { revision: set.saved.revision }) };
    startTransition(async () => {
      const outcome = await save({ ...which, name, query }).catch(() => null);
      if (outcome?.ok) return router.push(`/sets/${outcome.value.id}`);
      const isChanged = set.saved !== null && outcome?.error.code === "CONFLICT";
      setIsMeant(isChanged);
      show({ field: "form", text: t(isChanged ? "changed" : (faults[outcome?.error.code ?? ""] ?? "failed")) });
    });
  };

  const hasMore = moreParts.some((part) => (set[part]?.length ?? 0) > 0);
  const heading = "text-18 font-semibold";
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-8">
      <Field label={t("name")} name="name" defaultValue={set.name} maxLength={100} required autoComplete="off" className="max-w-form" error={fault?.field === "name" ? fault.text : undefined} />
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className={`mb-2 ${heading}`}>{t("topics")}</legend>
        <ChoiceBoxes choices={topics} chosen={chosenTopics} onChange={setChosenTopics} />
      </fieldset>
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className={`mb-2 ${heading}`}>{t("entities")}</legend>
        <EntityPicker chosen={entities} onChange={setEntities} search={search} />
      </fieldset>
      {picked.length > 0 && (
        <fieldset className="flex min-w-0 flex-col gap-2">
          <legend className={`mb-2 ${heading}`}>{t("picked")}</legend>
          <PickedFacts picked={picked} onChange={setPicked} />
        </fieldset>
      )}
      <MoreChoices offered={more} chosen={chosen} isOpen={hasMore} onChange={setChosen} />
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {fault?.field === "form" ? fault.text : null}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" className="min-h-13 px-8 text-18" disabled={!isInteractive} isBusy={isSaving}>
          {t(isSaving ? "saving" : isMeant ? "saveOver" : "save")}
        </Button>
        <LinkButton href={(set.saved ? `/sets/${set.saved.id}` : "/sets") as Route} look="quiet" className="min-h-13">
          {t("cancel")}
        </LinkButton>
      </div>
    </form>
  );
}
