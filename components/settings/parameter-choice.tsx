"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { SaveState } from "./save-state";
import { useFocusWhenSaved, useSaving, type Save } from "./use-saving";

type ParameterChoiceProps = {
  /** In the order they were accepted. */
  versions: readonly { id: string; version: number }[];
  /** The id in use; null for the published parameters. */
  inUse: string | null;
  choose: Save<string | null>;
};

/** Which parameters are in use, and a button for each of the others. */
export function ParameterChoice({ versions, inUse, choose }: ParameterChoiceProps) {
  const t = useTranslations("settings.memory");
  const saving = useSaving(choose);
  const isInteractive = useIsInteractive();
  const said = useFocusWhenSaved<HTMLParagraphElement>(saving.outcome);
  const version = versions.find(({ id }) => id === inUse)?.version;

  return (
    <div className="flex flex-col items-start gap-3">
      <p ref={said} tabIndex={-1}>
        {version === undefined ? t("publishedInUse") : t("versionInUse", { version })}
      </p>
      <div className="flex flex-wrap gap-3">
        {inUse !== null && (
          <Button disabled={!isInteractive} isBusy={saving.isSaving} onClick={() => saving.run(null)}>
            {t("usePublished")}
          </Button>
        )}
        {versions.map((each) =>
          each.id === inUse ? null : (
            <Button key={each.id} disabled={!isInteractive} isBusy={saving.isSaving} onClick={() => saving.run(each.id)}>
              {t("use", { version: each.version })}
            </Button>
          ),
        )}
      </div>
      <p role="status" className="text-14 text-muted empty:hidden">
        {saving.outcome.kind === "saved" && t("changed")}
      </p>
      {saving.outcome.kind === "failed" && <SaveState kind="failed" />}
    </div>
  );
}
