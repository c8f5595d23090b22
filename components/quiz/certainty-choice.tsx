"use client";

import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import type { Certainty } from "@/lib/quiz/attempt";
import { certaintyPoints } from "@/lib/quiz/marking";

type CertaintyChoiceProps = { name: string; chosen: Certainty | null; isOpen: boolean; onChoose: (certainty: Certainty) => void };

const certainties: Certainty[] = [1, 2, 3];

const signed = (points: number) => (points < 0 ? `−${-points}` : String(points));

/** How sure one is, with what that brings. */
export function CertaintyChoice({ name, chosen, isOpen, onChoose }: CertaintyChoiceProps) {
  const t = useTranslations("quiz.certainty");
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="mb-2 font-medium">{t("label")}</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {certainties.map((certainty) => {
          const { right, wrong } = certaintyPoints[certainty];
          return (
            <label
              key={certainty}
              className={classNames("flex min-h-11 items-center gap-3 rounded-control border px-3 py-2", certainty === chosen ? "border-ink bg-sunken" : "border-line bg-surface", isOpen && "hover:border-control")}
            >
              <input type="radio" name={name} checked={certainty === chosen} disabled={!isOpen} onChange={() => onChoose(certainty)} className="size-5 shrink-0 accent-ink" />
              <span className="flex flex-col">
                <span>{t(`${certainty}`)}</span>
                <span className="text-14 text-muted tabular-nums">{t("points", { right: signed(right), wrong: signed(wrong) })}</span>
              </span>
            </label>
          );
        })}
      </div>
      {chosen === null && <p className="mt-2 text-14 text-muted">{t("none")}</p>}
    </fieldset>
  );
}
