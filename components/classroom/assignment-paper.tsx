"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import type { ForAssignment } from "./assignment-actions";
import { useAssignmentChange } from "./use-assignment-change";

type PaperQuestion = { position: number; stem: string; options: readonly string[]; prompts: readonly string[]; right: string; statement: string };

type AssignmentPaperProps = { assignmentId: string; questions: readonly PaperQuestion[]; mayDraw: boolean; draw: ForAssignment };

/** The questions as the class gets them, with what is right; those of a draft can be drawn anew. */
export function AssignmentPaper({ assignmentId, questions, mayDraw, draw }: AssignmentPaperProps) {
  const t = useTranslations("assignments.paper");
  const isInteractive = useIsInteractive();
  const { run, isBusy, problem } = useAssignmentChange(assignmentId);
  if (questions.length === 0 && !mayDraw) return null;
  return (
    <section aria-labelledby="paper" className="flex flex-col gap-4">
      <h2 id="paper" className="text-22">
        {t("title")}
      </h2>
      <p className="max-w-measure text-muted">{questions.length === 0 ? t("none") : mayDraw ? t("drawn") : t("given")}</p>
      {mayDraw && (
        <Button className="self-start" disabled={!isInteractive} isBusy={isBusy} onClick={() => run(draw)}>
          {isBusy ? t("drawing") : t(questions.length === 0 ? "draw" : "drawAgain")}
        </Button>
      )}
      <p role="alert" className="font-medium text-wrong empty:hidden">
        {problem}
      </p>
      {questions.length > 0 && (
        <details open={mayDraw}>
          <summary className="min-h-11 content-center">{t("count", { count: questions.length })}</summary>
          <ol className="flex max-w-column list-decimal flex-col pl-6">
            {questions.map(({ position, stem, options, prompts, right, statement }) => (
              <li key={position} className="flex-col gap-1 border-t border-line py-3 pl-1 tabular-nums">
                <p className="font-medium wrap-anywhere">{stem}</p>
                {prompts.length > 0 && <p className="text-14 wrap-anywhere text-muted">{prompts.join(" · ")}</p>}
                {options.length > 0 && <p className="text-14 wrap-anywhere text-muted">{options.join(" · ")}</p>}
                <p className="text-14 wrap-anywhere">{t("right", { right })}</p>
                {statement !== right && <p className="text-14 wrap-anywhere text-muted">{statement}</p>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
