"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";

type SpokenChoiceProps = { options: readonly string[]; chosen: readonly number[]; children: ReactNode };

/** Reads out what was chosen or given up in the boxes within, unless the box itself does: a key chooses while the focus is elsewhere. */
export function SpokenChoice({ options, chosen, children }: SpokenChoiceProps) {
  const t = useTranslations("quiz.spoken");
  const place = useRef<HTMLDivElement>(null);
  const region = useRef<HTMLParagraphElement>(null);
  const before = useRef(chosen);
  useEffect(() => {
    const old = before.current;
    before.current = chosen;
    const made = chosen.find((option) => !old.includes(option));
    const changed = made ?? old.find((option) => !chosen.includes(option));
    if (changed === undefined || place.current?.querySelectorAll("input")[changed] === document.activeElement) return;
    region.current?.replaceChildren(t(made === undefined ? "givenUp" : "chosen", { option: options[changed]! }));
  }, [chosen, options, t]);
  return (
    <div ref={place}>
      {children}
      <p ref={region} role="status" className="sr-only" />
    </div>
  );
}
