import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Foreseen } from "./use-assignment-save";

type AssignmentConsequencesProps = { foreseen: Foreseen; closeLabel: string; isSaving: boolean; problem: string | null; onConfirm: () => void; onClose: () => void };

/** What a change means for those who have begun, before it is made. */
export function AssignmentConsequences({ foreseen, closeLabel, isSaving, problem, onConfirm, onClose }: AssignmentConsequencesProps) {
  const t = useTranslations("assignments.consequence");
  return (
    <Dialog title={t("title")} closeLabel={closeLabel} onClose={onClose}>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        {foreseen.consequences.map(({ code, count }) => (
          <li key={code}>{t(`code.${code}`, { count })}</li>
        ))}
      </ul>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {problem}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" isBusy={isSaving} onClick={onConfirm}>
          {t("confirm")}
        </Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </div>
    </Dialog>
  );
}
