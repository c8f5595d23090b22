"use client";

import { ArrowDown, ArrowUp, X, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState, type ClipboardEvent } from "react";
import type { CardField, TypedCard } from "@/lib/own-facts/typed-card";
import { OwnCardField } from "./own-card-field";
import { OwnCardPicture } from "./own-card-picture";
import type { FieldMistake } from "./own-cards-state";
import type { PictureUpload } from "./own-picture-upload";
import { useMistakeWords, usePictureWords } from "./own-words";

export type CardChange = { type: "picture"; file: File | null } | { type: "typed"; field: CardField; text: string } | { type: "removed" } | { type: "moved"; by: 1 | -1 };

type OwnCardProps = {
  card: TypedCard;
  number: number;
  isFirst: boolean;
  isLast: boolean;
  mistakes: readonly FieldMistake[] | undefined;
  upload: PictureUpload | undefined;
  onChange: (id: string, change: CardChange) => void;
  onPaste: (id: string, field: CardField, event: ClipboardEvent) => void;
};

const more = ["aliases", "pictureId", "pictureAlternative", "pictureUrl", "sourceTitle", "sourceUrl"] as const;
const hints: Partial<Record<CardField, "aliasesHint" | "pictureHint" | "pictureUrlHint">> = { aliases: "aliasesHint", pictureAlternative: "pictureHint", pictureUrl: "pictureUrlHint" };

function Card({ card, number, isFirst, isLast, mistakes = [], upload, onChange, onPaste }: OwnCardProps) {
  const t = useTranslations("ownFacts.cards");
  const wordsOf = useMistakeWords();
  const pictureWordsOf = usePictureWords();
  const [isOpen, setIsOpen] = useState(() => more.some((name) => card[name] !== ""));
  const field = (name: CardField, takesPaste = false) => {
    const mistake = mistakes.find((each) => each.field === name);
    const hint = hints[name];
    return (
      <OwnCardField
        id={`${card.id}-${name}`} label={t(name)} text={card[name]} {...(hint && { hint: t(hint) })} mistake={mistake && wordsOf(mistake.code)}
        onText={(text) => onChange(card.id, { type: "typed", field: name, text })} {...(takesPaste && { onPaste: (event: ClipboardEvent) => onPaste(card.id, name, event) })}
      />
    );
  };
  const hasMistake = upload !== undefined || more.some((name) => mistakes.some((mistake) => mistake.field === name));
  const pictureMistake = mistakes.find((each) => each.field === "pictureId");
  const setPicture = (file: File | null) => onChange(card.id, { type: "picture", file });
  /** Cells copied from a spreadsheet come as text and as a picture of them. */
  const pastePicture = (event: ClipboardEvent) => {
    const [file] = event.clipboardData.files;
    if (!file || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    setPicture(file);
  };
  return (
    <li aria-label={t("card", { number })} onPaste={pastePicture} className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2 border-t border-line py-4">
      <span aria-hidden className="pt-8.5 text-14 text-muted tabular-nums">
        {number}
      </span>
      <div className="flex min-w-0 flex-col gap-2">
        <div className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          {field("term", true)}
          {field("definition", true)}
        </div>
        <div className="relative">
          <details open={isOpen || hasMistake} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
            <summary className="mr-34 min-h-11 py-2.5 text-14 text-muted">{t("more")}</summary>
            <div className="grid gap-3 pb-2 sm:grid-cols-2">
              <div className="sm:col-span-2">{field("aliases")}</div>
              <div className="sm:col-span-2">
                <OwnCardPicture
                  id={`${card.id}-pictureId`} pictureId={card.pictureId} alternative={card.pictureAlternative} isBusy={upload === "busy"} onFile={setPicture} onRemove={() => setPicture(null)}
                  mistake={upload && upload !== "busy" ? pictureWordsOf(upload) : pictureMistake && wordsOf(pictureMistake.code)}
                />
              </div>
              {field("pictureAlternative")}
              {field("pictureUrl")}
              {field("sourceTitle")}
              {field("sourceUrl")}
            </div>
          </details>
          <div className="absolute top-0 right-0 flex">
            <IconButton id={`${card.id}-up`} icon={ArrowUp} label={t("up", { number })} isOff={isFirst} onPress={() => onChange(card.id, { type: "moved", by: -1 })} />
            <IconButton id={`${card.id}-down`} icon={ArrowDown} label={t("down", { number })} isOff={isLast} onPress={() => onChange(card.id, { type: "moved", by: 1 })} />
            <IconButton id={`${card.id}-remove`} icon={X} label={t("remove", { number })} onPress={() => onChange(card.id, { type: "removed" })} />
          </div>
        </div>
      </div>
    </li>
  );
}

type IconButtonProps = { id: string; icon: LucideIcon; label: string; isOff?: boolean; onPress: () => void };

function IconButton({ id, icon: Icon, label, isOff = false, onPress }: IconButtonProps) {
  return (
    <button id={id} type="button" aria-label={label} aria-disabled={isOff || undefined} onClick={isOff ? undefined : onPress} className="grid size-11 place-items-center rounded-control text-muted hover:bg-sunken aria-disabled:opacity-40">
      <Icon aria-hidden size={18} strokeWidth={1.5} />
    </button>
  );
}

/** One card with its fields. Typing in one leaves the others alone. */
export const OwnCard = memo(Card);
