"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

type SpokenPairsProps = { prompts: readonly string[]; options: readonly string[]; pairs: readonly (number | null)[]; at: number | null };

/** Reads out which pair was just made, and which prompt is next. */
export function SpokenPairs({ prompts, options, pairs, at }: SpokenPairsProps) {
  const t = useTranslations("study.match");
  const region = useRef<HTMLParagraphElement>(null);
  const before = useRef({ pairs, at });
  useEffect(() => {
    const { pairs: old, at: oldAt } = before.current;
    before.current = { pairs, at };
    const made = pairs.findIndex((option, i) => option !== null && option !== old[i]);
    const said = [
      made === -1 ? null : t("pair", { prompt: prompts[made]!, option: options[pairs[made]!]! }),
      at === null || (at === oldAt && made === -1) ? null : t("next", { prompt: prompts[at]! }),
    ];
    if (said.some(Boolean)) region.current?.replaceChildren(said.filter(Boolean).join(" "));
  }, [pairs, at, prompts, options, t]);
  return <p ref={region} role="status" className="sr-only" />;
}
