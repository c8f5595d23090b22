import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Folded away on the screen, so that sixty answers stay easy to look through; never on paper. */
export function ResultDetails({ number, children }: { number: number; children: ReactNode }) {
  const t = useTranslations("quizResults.question");
  return (
    <details className="-my-2 print:details-content:[content-visibility:visible]">
      <summary className="min-h-11 content-center text-14 text-muted print:hidden">
        {t("details")}
        <span className="sr-only">{t("historyOf", { number })}</span>
      </summary>
      <div className="flex flex-col gap-4 pt-1 pb-2">{children}</div>
    </details>
  );
}
