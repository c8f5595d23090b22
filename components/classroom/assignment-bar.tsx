import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";

type AssignmentBarProps = { isPublished: boolean; isSaving: boolean; problem: string | null; onGive: () => void };

/** Enter in a field saves; only a press gives it to the class. */
export function AssignmentBar({ isPublished, isSaving, problem, onGive }: AssignmentBarProps) {
  const t = useTranslations("assignments.form");
  const isInteractive = useIsInteractive();
  return (
    <div className="sticky bottom-0 -mx-4 flex flex-col gap-2 border-t border-line bg-paper p-4 sm:mx-0 sm:px-0">
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {problem}
      </p>
      <div className="flex flex-wrap gap-3">
        {!isPublished && (
          <Button look="primary" className="min-h-13 text-18 sm:px-7" disabled={!isInteractive} isBusy={isSaving} onClick={onGive}>
            {t("give")}
          </Button>
        )}
        <Button type="submit" look={isPublished ? "primary" : "secondary"} className="min-h-13 text-18 sm:px-7" disabled={!isInteractive} isBusy={isSaving}>
          {isPublished ? t("save") : t("saveDraft")}
        </Button>
      </div>
    </div>
  );
}
