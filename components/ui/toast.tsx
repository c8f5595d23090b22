"use client";

import { Check, X } from "lucide-react";
import { useEffect, useState } from "react";

type ToastProps = { text: string; closeLabel: string; onClose?: () => void };

/** Says that something was done. It stays until it is closed: a text that goes by itself is missed by slow readers. */
export function Toast({ text, closeLabel, onClose }: ToastProps) {
  const [isOpen, setIsOpen] = useState(true);
  const [said, setSaid] = useState("");
  // A live region is read out only when its text changes after it is there.
  useEffect(() => setSaid(text), [text]);

  const close = () => {
    setIsOpen(false);
    onClose?.();
  };
  if (!isOpen) return null;
  return (
    <div className="fixed inset-x-4 bottom-4 z-20 mx-auto flex max-w-form animate-settle items-center gap-3 rounded-control border border-line bg-surface py-1.5 pr-1.5 pl-4 shadow-overlay">
      <Check aria-hidden size={20} strokeWidth={1.5} className="shrink-0 text-correct" />
      <p role="status" className="min-h-6 grow">
        {said}
      </p>
      <button type="button" onClick={close} aria-label={closeLabel} className="grid size-11 shrink-0 place-items-center rounded-control hover:bg-sunken">
        <X aria-hidden size={20} strokeWidth={1.5} />
      </button>
    </div>
  );
}
