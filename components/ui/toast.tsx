"use client";

import { Check, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";

type ToastProps = { text: string; closeLabel: string };

/** Says that something was done. It stays until it is closed: a text that goes by itself is missed by slow readers. */
export function Toast({ text, closeLabel }: ToastProps) {
  const [isOpen, setIsOpen] = useState(true);
  const said = useRef<HTMLParagraphElement>(null);
  // A live region is read out only when its text changes after it is there.
  useEffect(() => said.current?.replaceChildren(text), [text]);

  if (!isOpen) return null;
  return (
    <div className="fixed inset-x-4 bottom-4 z-20 mx-auto flex max-w-form animate-settle items-center gap-3 rounded-control border border-line bg-surface py-1.5 pr-1.5 pl-4 shadow-overlay">
      <Check aria-hidden size={20} strokeWidth={1.5} className="shrink-0 text-correct" />
      <p ref={said} role="status" className="min-h-6 grow" />
      <button type="button" onClick={() => setIsOpen(false)} aria-label={closeLabel} className="grid size-11 shrink-0 place-items-center rounded-control hover:bg-sunken">
        <X aria-hidden size={20} strokeWidth={1.5} />
      </button>
    </div>
  );
}
