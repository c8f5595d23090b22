"use client";

import { X } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";

type DialogProps = { title: string; closeLabel: string; onClose: () => void; children: ReactNode };

/**
 * Open while it is rendered. The platform's own modal dialog holds the focus, closes on Escape and gives the focus back;
 * a library would weigh 15 kB and add inline styles, which the content security policy forbids.
 */
export function Dialog({ title, closeLabel, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-control border border-line bg-surface p-0 text-ink shadow-overlay backdrop:bg-scrim"
    >
      <div className="flex flex-col gap-4 p-5">
        <div className="flex items-center justify-between gap-4">
          <h2 id={titleId} className="text-22">
            {title}
          </h2>
          <button type="button" onClick={onClose} aria-label={closeLabel} className="grid size-11 place-items-center rounded-control hover:bg-sunken">
            <X aria-hidden size={20} strokeWidth={1.5} />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
