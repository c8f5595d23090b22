"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { unbroken } from "@/components/ui/unbroken";
import type { Leech } from "@/lib/questions/study-card";
import { NoteDialog } from "./note-dialog";
import type { PutAside } from "./put-aside-notice";
import { useNote } from "./written-notes";

type LeechPanelProps = { factId: string; mnemonic?: string; leech?: Leech; onPutAside: (putAside: PutAside) => void };

/** The learner's note, and help with a fact that slips again and again: what it is taken for, words of one's own, or a rest from it. */
export function LeechPanel({ factId, mnemonic, leech, onPutAside }: LeechPanelProps) {
  const t = useTranslations("card");
  const note = useNote({ factId, mnemonic });
  const [isWriting, setIsWriting] = useState(false);
  if (!leech && note === "") return null;
  return (
    <section className="flex flex-col gap-4 rounded-control border border-line bg-surface p-4">
      {leech && <Neighbours leech={leech} />}
      {note !== "" && (
        <div className="flex flex-col gap-1">
          <h2 className="text-14 font-normal text-muted">{t("note.title")}</h2>
          <p className="max-w-measure whitespace-pre-line">{note}</p>
        </div>
      )}
      <div className="-mx-3 -my-2 flex flex-wrap">
        <Button look="quiet" onClick={() => setIsWriting(true)}>
          {t(note === "" ? "note.write" : "note.change")}
        </Button>
        {leech && (
          <Button look="quiet" onClick={() => onPutAside({ factId, how: "suspend" })}>
            {t("leech.suspend")}
          </Button>
        )}
      </div>
      {isWriting && <NoteDialog factId={factId} note={note} onClose={() => setIsWriting(false)} />}
    </section>
  );
}

function Neighbours({ leech: { lapses, neighbours } }: { leech: Leech }) {
  const t = useTranslations("card.leech");
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-16">{t("title", { lapses })}</h2>
      {neighbours.length > 0 && (
        <>
          <p className="text-14 text-muted">{t("neighbours")}</p>
          <ul className="flex max-w-measure list-disc flex-col gap-1 pl-5 marker:text-muted">
            {neighbours.map((statement) => (
              <li key={statement}>{unbroken(statement)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
