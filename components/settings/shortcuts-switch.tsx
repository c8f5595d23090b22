"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { SaveState } from "./save-state";
import { useSaving, type SaveSettings } from "./use-saving";

/** Saved when it is switched; where that fails it goes back to what it was. */
export function ShortcutsSwitch({ isOn, save }: { isOn: boolean; save: SaveSettings }) {
  const t = useTranslations("settings.keys");
  const saving = useSaving(save);
  const isInteractive = useIsInteractive();
  const hintId = useId();
  const [chosen, setChosen] = useState(isOn);
  const shown = saving.outcome.kind === "failed" ? isOn : chosen;

  const choose = (hasShortcuts: boolean) => {
    setChosen(hasShortcuts);
    saving.run({ hasShortcuts });
  };

  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-11 items-center gap-3 font-medium">
        <input type="checkbox" role="switch" disabled={!isInteractive} checked={shown} aria-describedby={hintId} onChange={(event) => choose(event.target.checked)} className="size-5" />
        {t("shortcuts")}
      </label>
      <p id={hintId} className="max-w-measure text-14 text-muted">
        {t("hint")}
      </p>
      <SaveState kind={saving.outcome.kind} />
    </div>
  );
}
