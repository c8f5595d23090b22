"use client";

import { Plus } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useId, useMemo, useRef, useState, type ClipboardEvent, type FormEvent, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { ownLimits } from "@/lib/own-facts/own-limits";
import { isBlankCard, type CardField } from "@/lib/own-facts/typed-card";
import { OwnCard, type CardChange } from "./own-card";
import { blankCard, shownCards, type CardsState } from "./own-cards-state";
import { useLeaveGuard } from "./own-leave-guard";
import { OwnMistakes } from "./own-mistakes";
import { pastedCards } from "./own-pasted";
import { OwnPreview } from "./own-preview";
import { useSetName } from "./own-set-name";
import { useMistakeWords } from "./own-words";
import { useOwnCards, type EditedOwnCards } from "./use-own-cards";

/** `setName`: of the set that is there; empty for a new one, which is asked for its name. */
type OwnCardsFormProps = { edited: EditedOwnCards; setName: string; cancel: Route };

const shownAtOnce = 50;
const focusOn = (id: string) => document.getElementById(id)?.focus();

/** Cards of one's own: typed one after the other, or pasted. */
export function OwnCardsForm({ edited, setName, cancel }: OwnCardsFormProps) {
  const t = useTranslations("ownFacts");
  const id = useId();
  const isInteractive = useIsInteractive();
  const form = useOwnCards(edited);
  const { name, demandName, field } = useSetName(setName, form.touch);
  const [count, setCount] = useState(shownAtOnce);
  const [said, setSaid] = useState("");
  useLeaveGuard(form.hasUnsaved, t("form.leave"));
  const { cards, mistakes } = form.state;
  const { shown, hidden } = useMemo(() => shownCards(form.state, count), [form.state, count]);

  // What a card calls is the same function for good, so that typing in one does not draw all anew.
  const handle = useRef<{ change: (card: string, change: CardChange) => void; paste: (card: string, field: CardField, event: ClipboardEvent) => void }>(null);
  const changePicture = async (card: string, file: File | null) => {
    if (file) {
      setSaid("");
      if (await form.pictures.upload(card, file)) setSaid(t("cards.pictureAdded"));
      return;
    }
    form.pictures.forget(card);
    flushSync(() => form.change({ type: "typed", id: card, field: "pictureId", text: "" }));
    setSaid(t("cards.pictureRemoved"));
    focusOn(`${card}-pictureId`);
  };
  const change = (card: string, action: CardChange) => {
    const place = cards.findIndex((each) => each.id === card);
    if (action.type === "typed") return form.change({ ...action, id: card });
    if (action.type === "picture") return void changePicture(card, action.file);
    flushSync(() => form.change({ ...action, id: card }));
    if (action.type === "moved") {
      setSaid(t("cards.moved", { number: place + 1 + action.by }));
      return focusOn(`${card}-${action.by < 0 ? "up" : "down"}`);
    }
    setSaid(t("cards.removed", { number: place + 1 }));
    const next = cards[place + 1] ?? cards[place - 1];
    focusOn(next ? `${next.id}-term` : `${id}-add`);
  };
  const paste = (card: string, field: CardField, event: ClipboardEvent) => {
    const found = pastedCards(event.clipboardData.getData("text/plain"), field === "term");
    if (!found) return;
    event.preventDefault();
    const room = ownLimits.cards - cards.filter((each) => !isBlankCard(each)).length;
    const added = found.slice(0, Math.max(0, room)).map((each) => blankCard(each));
    form.change({ type: "pasted", cards: added, at: card });
    setSaid([t("cards.pasted", { count: added.length }), added.length < found.length ? t("cards.tooMany", { most: ownLimits.cards }) : ""].join(" "));
  };
  useEffect(() => {
    handle.current = { change, paste };
  });
  const onChange = useCallback((card: string, action: CardChange) => handle.current?.change(card, action), []);
  const onPaste = useCallback((card: string, field: CardField, event: ClipboardEvent) => handle.current?.paste(card, field, event), []);

  const add = (after: string | null) => {
    const card = blankCard();
    flushSync(() => form.change({ type: "added", card, after }));
    focusOn(`${card.id}-term`);
  };
  /** Enter goes on to the next field that is in view, and from the last one to a new card. */
  const goOn = (event: KeyboardEvent<HTMLOListElement>) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    const fields = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-card-field]")].filter((field) => field.checkVisibility());
    const next = fields[fields.indexOf(event.target) + 1];
    if (next) next.focus();
    else add(null);
  };
  const lookAtMistakes = () => focusOn(`${id}-mistakes`);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!demandName()) return;
    if (!(await form.save(name))) lookAtMistakes();
  };
  const showQuestions = async () => {
    await (form.preview.shown ? form.preview.loadMore() : form.preview.loadFirst());
    lookAtMistakes();
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-8">
      {field}
      <Mistakes state={form.state} headingId={`${id}-mistakes`} />
      <section aria-labelledby={`${id}-cards`} className="flex flex-col gap-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id={`${id}-cards`} className="text-22">
            {t("cards.list")}
          </h2>
          <p className="text-14 text-muted tabular-nums">{t("cards.count", { count: cards.filter((card) => !isBlankCard(card)).length })}</p>
        </div>
        <p className="max-w-measure text-14 text-muted">{t("cards.hint")}</p>
        <p role="status" className="text-14 font-medium empty:hidden">
          {said}
        </p>
        <ol aria-labelledby={`${id}-cards`} onKeyDown={goOn} className="border-b border-line">
          {shown.map(({ card, place }) => (
            <OwnCard key={card.id} card={card} number={place + 1} isFirst={place === 0} isLast={place === cards.length - 1} mistakes={mistakes.get(card.id)} upload={form.pictures.uploads.get(card.id)} onChange={onChange} onPaste={onPaste} />
          ))}
        </ol>
        <div className="flex flex-wrap items-center gap-3 pt-2">
          <Button id={`${id}-add`} onClick={() => add(null)} disabled={!isInteractive || cards.length >= ownLimits.cards}>
            <Plus aria-hidden size={18} strokeWidth={1.5} />
            {t("cards.add")}
          </Button>
          {hidden > 0 && (
            <>
              <Button look="quiet" onClick={() => setCount(count + 100)}>
                {t("cards.showMore")}
              </Button>
              <p className="text-14 text-muted">{t("cards.hidden", { count: hidden })}</p>
            </>
          )}
        </div>
      </section>
      <OwnPreview page={form.preview.shown} isLoading={form.preview.isLoading} onShow={() => void showQuestions()} />
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {form.fault}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" className="min-h-13 px-8 text-18" disabled={!isInteractive} isBusy={form.isSaving || form.pictures.isUploading}>
          {form.isSaving ? t("form.saving") : t("form.save")}
        </Button>
        <LinkButton href={cancel} look="quiet" className="min-h-13">
          {t("form.cancel")}
        </LinkButton>
      </div>
    </form>
  );
}

function Mistakes({ state: { cards, mistakes, mistakeCount }, headingId }: { state: CardsState; headingId: string }) {
  const t = useTranslations("ownFacts");
  const wordsOf = useMistakeWords();
  if (mistakeCount === 0) return null;
  const listed = cards.flatMap(({ id }, place) =>
    (mistakes.get(id) ?? []).map(({ field, code, value }) => ({
      key: `${id} ${field} ${code} ${value}`, place: t("mistakes.inCard", { number: place + 1, field: t(`cards.${field}`) }), value, words: wordsOf(code), goThere: () => focusOn(`${id}-${field}`),
    })),
  );
  return <OwnMistakes mistakes={listed} count={mistakeCount} headingId={headingId} />;
}
