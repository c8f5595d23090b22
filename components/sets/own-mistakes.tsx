"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** `place`: in words where it is; `value`: what stands there. */
export type ListedMistake = { key: string; place: string; value: string; words: string; goThere: () => void };

/** `count`: of all, of which the first are listed. */
type OwnMistakesProps = { mistakes: readonly ListedMistake[]; count: number; headingId: string };

const shownAtOnce = 10;

/** All mistakes; each line puts the focus on its place. */
export function OwnMistakes({ mistakes, count, headingId }: OwnMistakesProps) {
  const t = useTranslations("ownFacts.mistakes");
  const [shown, setShown] = useState(shownAtOnce);
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-2 rounded-control border border-wrong bg-wrong-soft p-4">
      <h2 id={headingId} tabIndex={-1} className="flex items-center gap-2 text-18 text-wrong">
        <TriangleAlert aria-hidden size={20} strokeWidth={1.5} className="shrink-0" />
        {t("title", { count })}
      </h2>
      <p className="text-14">{t("lead")}</p>
      <ul className="flex flex-col">
        {mistakes.slice(0, shown).map(({ key, place, value, words, goThere }) => (
          <li key={key} className="border-t border-line">
            <button type="button" onClick={goThere} className="flex min-h-11 w-full flex-col justify-center gap-0.5 py-2 text-left hover:underline">
              <span className="font-medium wrap-anywhere">
                {place}
                {value !== "" && <span className="font-normal">: “{value}”</span>}
              </span>
              <span className="text-14">{words}</span>
            </button>
          </li>
        ))}
      </ul>
      {mistakes.length > shown && (
        <button type="button" onClick={() => setShown(shown + 50)} className="min-h-11 self-start font-medium underline underline-offset-4">
          {t("more")}
        </button>
      )}
      {mistakes.length <= shown && count > mistakes.length && <p className="text-14">{t("rest", { count: count - mistakes.length })}</p>}
    </section>
  );
}
