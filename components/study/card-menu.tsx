"use client";

import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { unbroken } from "@/components/ui/unbroken";
import type { PutAside } from "./put-aside-notice";
import type { SessionCard } from "./session-card";
import { useNote } from "./written-notes";

const loadWhy = () => import("./why-dialog").then((file) => file.WhyDialog);
/** With what says afterwards that a fact was put aside. */
const loadMore = () => Promise.all([import("./more-dialog"), import("./put-aside-notice")]).then(([file]) => file.MoreDialog);
const loadNote = () => import("./note-dialog").then((file) => file.NoteDialog);
const loadReport = () => import("./report-dialog").then((file) => file.ReportDialog);
const loadPanel = () => import("./leech-panel").then((file) => file.LeechPanel);
const WhyDialog = dynamic(loadWhy, { ssr: false });
const MoreDialog = dynamic(loadMore, { ssr: false });
const NoteDialog = dynamic(loadNote, { ssr: false });
const ReportDialog = dynamic(loadReport, { ssr: false });
const LeechPanel = dynamic(loadPanel, { ssr: false });

const dialogs = { why: loadWhy, more: loadMore, note: loadNote, report: loadReport };
type Opened = keyof typeof dialogs;

/** Fetches what the page came without, so that it opens at once, and offline too. */
export function prepareMenu(): void {
  for (const load of Object.values(dialogs)) load().catch(() => undefined);
}

/** Whether the panel of a card that has one is there; it is fetched with the question, so that it stands at once under the answer, which goes without it offline. */
function usePanel({ presentationId, leech }: SessionCard, note: string): boolean {
  const [isThere, setIsThere] = useState(false);
  const isNeeded = leech !== undefined || note !== "";
  useEffect(() => {
    if (isNeeded) loadPanel().then(() => setIsThere(true), () => undefined);
  }, [isNeeded, presentationId]);
  return isNeeded && isThere;
}

type OnPutAside = (presentationId: string, putAside: PutAside) => void;

type CardMenuProps = {
  card: SessionCard;
  /** Whether the answer is in sight: the learner's note is shown with it only. */
  isAnswered: boolean;
  /** The fact was suspended or buried. */
  onPutAside: OnPutAside;
};

/** Why the card comes, and what can be done with its fact. */
export function CardMenu({ card, isAnswered, onPutAside }: CardMenuProps) {
  const t = useTranslations("card");
  const note = useNote(card);
  const [opened, setOpened] = useState<{ what: Opened; presentationId: string } | null>(null);
  const [absentAt, setAbsentAt] = useState<string | null>(null);
  const { presentationId, factId, reason } = card;
  // What is not there yet, and cannot be fetched, must not take the session with it.
  const open = async (what: Opened) => {
    const isThere = await dialogs[what]().then(() => true, () => false);
    setAbsentAt(isThere ? null : presentationId);
    if (isThere) setOpened({ what, presentationId });
  };
  const close = () => setOpened(null);
  // What is opened belongs to the card it was opened for.
  const shown = opened?.presentationId === presentationId ? opened.what : null;
  const noteLabel = t(note === "" ? "note.write" : "note.change");
  usePanel(card, note);

  const putAside = (choice: PutAside) => {
    close();
    onPutAside(presentationId, choice);
  };
  return (
    <div className="flex max-w-64 flex-wrap justify-end">
      <p role="alert" className="basis-full px-3 text-right text-14 text-muted empty:hidden">
        {absentAt === presentationId && t("absent")}
      </p>
      {reason && <MenuButton label={t("why.open")} onOpen={() => void open("why")} />}
      <MenuButton label={t("more.open")} onOpen={() => void open("more")} />
      {shown === "why" && reason && <WhyDialog card={card} reason={reason} onClose={close} />}
      {shown === "more" && (
        <MoreDialog
          factId={factId}
          noteLabel={isAnswered ? noteLabel : null}
          onNote={() => void open("note")}
          onReport={() => void open("report")}
          onPutAside={putAside}
          onClose={close}
        />
      )}
      {shown === "note" && <NoteDialog factId={factId} note={note} onClose={close} />}
      {shown === "report" && <ReportDialog presentationId={presentationId} closeLabel={t("close")} onClose={close} />}
    </div>
  );
}

function MenuButton({ label, onOpen }: { label: string; onOpen: () => void }) {
  return (
    <Button look="quiet" aria-haspopup="dialog" onClick={onOpen}>
      <span className="text-14 font-normal text-muted">{label}</span>
    </Button>
  );
}

/** What goes with the answer: that it is another than the one learnt, the learner's note, and help with a fact that slips again and again. */
export function AnswerExtras({ card, onPutAside }: { card: SessionCard; onPutAside: OnPutAside }) {
  const t = useTranslations("card.changed");
  const note = useNote(card);
  const { presentationId, factId, mnemonic, leech, changedFrom } = card;
  const hasPanel = usePanel(card, note);
  return (
    <>
      {changedFrom !== undefined && <p className="max-w-measure text-muted">{t("holds", { from: unbroken(changedFrom) })}</p>}
      {hasPanel && <LeechPanel factId={factId} mnemonic={mnemonic} leech={leech} onPutAside={(putAside) => onPutAside(presentationId, putAside)} />}
    </>
  );
}

/** Above the question: the fact is another than the one that was learnt. It tells the old value only. */
export function ChangedNotice({ from }: { from: string }) {
  const t = useTranslations("card.changed");
  return (
    <div className="rounded-control border border-line bg-surface px-4 py-3">
      <p className="font-medium">{t("title")}</p>
      <p className="text-muted">{t("from", { from: unbroken(from) })}</p>
    </div>
  );
}
