import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type AssignmentAskProps = { what: "withdraw" | "delete"; begun: number; closeLabel: string; isBusy: boolean; problem: string | null; onConfirm: () => void; onClose: () => void };

/** What it means to take work back from the class. */
export function AssignmentAsk({ what, begun, closeLabel, isBusy, problem, onConfirm, onClose }: AssignmentAskProps) {
  const t = useTranslations("assignments.ask");
  return (
    <Dialog title={t(`${what}.title`)} closeLabel={closeLabel} onClose={onClose}>
      <p>{t(`${what}.lead`, { begun })}</p>
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {problem}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" isBusy={isBusy} onClick={onConfirm}>
          {t(`${what}.confirm`)}
        </Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </div>
    </Dialog>
  );
}
