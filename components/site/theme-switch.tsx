"use client";

import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { ThemeChoice } from "./theme-choice";
import { applyTheme, themeChoices } from "./theme-choice";

type ThemeSwitchProps = { chosen: ThemeChoice; label: string; labels: Record<ThemeChoice, string> };

/** The server reads the cookie and writes the attribute, so a page never shows the wrong colours first. */
export function ThemeSwitch({ chosen, label, labels }: ThemeSwitchProps) {
  const isInteractive = useIsInteractive();
  return (
    <fieldset className="flex flex-wrap items-center gap-x-1">
      <legend className="float-left mr-2">{label}</legend>
      {themeChoices.map((choice) => (
        <label
          key={choice}
          className="flex min-h-11 items-center gap-2 rounded-control px-2 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus"
        >
          <input type="radio" name="theme" value={choice} disabled={!isInteractive} defaultChecked={choice === chosen} onChange={() => applyTheme(choice)} />
          {labels[choice]}
        </label>
      ))}
    </fieldset>
  );
}
