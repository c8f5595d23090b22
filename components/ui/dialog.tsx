"use client";

import { X } from "lucide-react";
import { useId, useLayoutEffect, useRef } from "react";
import type { ReactNode } from "react";

type DialogProps = {
  title: string;
  /** The id of words that are read out with the title; without it the person finds them. */
  describedBy?: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
};

/**
 * Open while it is rendered. The platform's own modal dialog holds the focus, closes on Escape and gives the focus back;
 * a library would weigh 15 kB and add inline styles, which the content security policy forbids.
 */
export function Dialog({ title, describedBy, closeLabel, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // Closed while it is still in the page: taken out open, it does not give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      aria-describedby={describedBy}
      // React mounts twice in development: the close of the first time arrives when the dialog is open again.
      onClose={() => !dialog.current?.open && onClose()}
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
