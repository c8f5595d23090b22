"use client";

import { Flag, Moon, Pause, PencilLine, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { PutAside } from "./put-aside-notice";

type MoreDialogProps = {
  factId: string;
  /** What to call the learner's note; null while the answer, which it may give away, is not in sight. */
  noteLabel: string | null;
  onNote: () => void;
  onReport: () => void;
  onPutAside: (putAside: PutAside) => void;
  onClose: () => void;
};

/** What else can be done with the question and its fact. */
export function MoreDialog({ factId, noteLabel, onNote, onReport, onPutAside, onClose }: MoreDialogProps) {
  const t = useTranslations("card");
  const reports = useTranslations("reports");
  return (
    <Dialog title={t("more.title")} closeLabel={t("close")} onClose={onClose}>
      <ul className="-mx-3 flex flex-col">
        <Action Icon={Moon} label={t("more.bury")} hint={t("more.buryHint")} onChoose={() => onPutAside({ factId, how: "bury" })} />
        <Action Icon={Pause} label={t("more.suspend")} hint={t("more.suspendHint")} onChoose={() => onPutAside({ factId, how: "suspend" })} />
        {noteLabel && <Action Icon={PencilLine} label={noteLabel} hint={t("more.noteHint")} onChoose={onNote} />}
        <Action Icon={Flag} label={reports("open")} hint={t("more.reportHint")} onChoose={onReport} />
      </ul>
    </Dialog>
  );
}

type ActionProps = { Icon: LucideIcon; label: string; hint: string; onChoose: () => void };

function Action({ Icon, label, hint, onChoose }: ActionProps) {
  const id = useId();
  return (
    <li>
      <button
        type="button"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        onClick={onChoose}
        className="flex min-h-14 w-full items-start gap-3 rounded-control px-3 py-2 text-left hover:bg-sunken"
      >
        <Icon aria-hidden size={20} strokeWidth={1.5} className="mt-0.5 shrink-0 text-muted" />
        <span className="flex flex-col">
          <span id={`${id}-label`} className="font-medium">
            {label}
          </span>
          <span id={`${id}-hint`} className="text-14 text-muted">
            {hint}
          </span>
        </span>
      </button>
    </li>
  );
}
