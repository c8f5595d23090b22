"use client";

import { ChevronDown, CircleUserRound } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import type { FocusEvent, KeyboardEvent } from "react";
import { signOut } from "./auth-request";

type AccountMenuProps = { userName: string; labels: { menu: string; settings: string; signOut: string } };

export function AccountMenu({ userName, labels }: AccountMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute("open");

  const leave = async () => {
    await signOut();
    // eslint-disable-next-line @next/next/no-location-assign-relative-destination -- a full load, so that nothing of the account stays in memory
    window.location.assign("/?notice=signed-out");
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    close();
    menu.current?.querySelector("summary")?.focus();
  };

  return (
    <details ref={menu} onBlur={onBlur} onKeyDown={onKeyDown} className="relative">
      <summary aria-label={labels.menu} className="flex min-h-11 list-none items-center gap-1 rounded-control px-1.5 hover:bg-sunken sm:px-3 [&::-webkit-details-marker]:hidden">
        <CircleUserRound aria-hidden size={22} strokeWidth={1.5} className="lg:hidden" />
        <span className="hidden max-w-[24ch] truncate lg:inline">{userName}</span>
        <ChevronDown aria-hidden size={18} strokeWidth={1.5} className="shrink-0" />
      </summary>
      <div className="absolute top-full right-0 z-10 mt-1 w-max max-w-[calc(100vw-2rem)] min-w-44 rounded-control border border-line bg-surface p-1 shadow-overlay">
        <p className="px-3 py-2 text-14 break-all text-muted">{userName}</p>
        <Link href="/settings" onClick={close} className="flex min-h-11 items-center rounded-control px-3 hover:bg-sunken">
          {labels.settings}
        </Link>
        <button type="button" onClick={() => void leave()} className="flex min-h-11 w-full items-center rounded-control px-3 text-left hover:bg-sunken">
          {labels.signOut}
        </button>
      </div>
    </details>
  );
}
