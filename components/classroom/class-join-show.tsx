"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import type { ReactNode } from "react";

export type ShownJoin = { link: string; code: string; name: string; address: string; qr: ReactNode };

type ClassJoinShowProps = { shown: ShownJoin; closeLabel: string; onClose: () => void };

/** The code and the QR code as large as the screen, to be read from the last row. */
export function ClassJoinShow({ shown: { code, name, address, qr }, closeLabel, onClose }: ClassJoinShowProps) {
  const t = useTranslations("classes.join");
  const dialog = useRef<HTMLDialogElement>(null);

  // Closed while it is still in the page: taken out open, it does not give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog ref={dialog} aria-labelledby="join-show" onClose={() => !dialog.current?.open && onClose()} className="m-0 h-dvh max-h-none w-dvw max-w-none overflow-auto bg-paper p-6 text-ink">
      <div className="flex min-h-full flex-col items-center justify-center gap-6 text-center">
        <button type="button" onClick={onClose} aria-label={closeLabel} className="absolute top-4 right-4 grid size-11 place-items-center rounded-control hover:bg-sunken">
          <X aria-hidden size={24} strokeWidth={1.5} />
        </button>
        <h2 id="join-show" className="mx-12 text-28 wrap-anywhere">
          {t("showTitle", { name })}
        </h2>
        <p className="text-[clamp(3rem,15vw,11rem)] leading-none font-semibold tracking-wide whitespace-nowrap tabular-nums">{code}</p>
        <p className="text-22 wrap-anywhere">{t("showHow", { address })}</p>
        <div className="w-[min(80vw,42dvh)] overflow-hidden rounded-key border border-line">{qr}</div>
      </div>
    </dialog>
  );
}
