import { useTranslations } from "next-intl";
import { useId } from "react";
import { ChooseGroup } from "@/components/study/choose-option";
import { ChoiceChip } from "@/components/ui/choice-chip";
import { FoldMark } from "@/components/ui/fold-mark";
import type { QuizSetup } from "@/lib/quiz/quiz-setup";
import { SetupReason } from "./setup-reason";

export type FormChoice = { id: NonNullable<QuizSetup["forms"]>[number]; name: string };

type SetupMoreProps = { chosen: QuizSetup; forms: readonly FormChoice[]; hasFault: boolean };

const difficulties = ["mixed", "easy", "medium", "hard"] as const;
const markings = ["plain", "negative", "certainty"] as const;
const layouts = ["one", "page"] as const;
const changes = ["free", "locked"] as const;

/** What most quizzes leave as it is, folded away. */
export function SetupMore({ chosen, forms, hasFault }: SetupMoreProps) {
  const t = useTranslations("quizSetup");
  const faultId = useId();
  const { difficulty, layout, isLockIn, marking } = chosen;
  const isUsual = difficulty === "mixed" && chosen.forms === null && layout === "one" && !isLockIn && marking === "plain";
  return (
    <details open={!isUsual} className="group">
      <summary className="flex min-h-12 items-center gap-3 rounded-control px-3 text-18 font-semibold hover:bg-sunken">
        <FoldMark />
        {t("more")}
      </summary>
      <div className="flex flex-col gap-8 pt-5">
        <ChooseGroup legend={t("difficulty.label")}>
          <div className="flex flex-wrap gap-2">
            {difficulties.map((each) => (
              <ChoiceChip key={each} name="difficulty" value={each} isChosen={each === difficulty}>
                {t(`difficulty.${each}`)}
              </ChoiceChip>
            ))}
          </div>
        </ChooseGroup>
        <ChooseGroup legend={t("marking.label")}>
          {markings.map((each) => (
            <SetupReason key={each} name="marking" value={each} label={t(`marking.${each}`)} reason={t(`marking.${each}Note`)} isChosen={each === marking} />
          ))}
        </ChooseGroup>
        <ChooseGroup legend={t("change.label")}>
          {changes.map((each) => (
            <SetupReason key={each} name="change" value={each} label={t(`change.${each}`)} reason={t(`change.${each}Note`)} isChosen={(each === "locked") === isLockIn} />
          ))}
        </ChooseGroup>
        <ChooseGroup legend={t("layout.label")}>
          <div className="flex flex-wrap gap-2">
            {layouts.map((each) => (
              <ChoiceChip key={each} name="layout" value={each} isChosen={each === layout}>
                {t(`layout.${each}`)}
              </ChoiceChip>
            ))}
          </div>
        </ChooseGroup>
        <ChooseGroup legend={t("forms.label")}>
          <p id={faultId} role="alert" className="px-3 text-14 font-medium text-wrong empty:hidden">
            {hasFault ? t("fault.forms") : null}
          </p>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,14rem),1fr))] gap-x-4">
            {forms.map(({ id, name }, i) => (
              <label key={id} className="flex min-h-11 items-center gap-3 rounded-control px-3 hover:bg-sunken">
                <input
                  type="checkbox"
                  name="forms"
                  value={id}
                  defaultChecked={chosen.forms === null || chosen.forms.includes(id)}
                  aria-invalid={(hasFault && i === 0) || undefined}
                  aria-describedby={hasFault && i === 0 ? faultId : undefined}
                  className="size-5 shrink-0 accent-ink"
                />
                <span className="inline-block first-letter:uppercase">{name}</span>
              </label>
            ))}
          </div>
        </ChooseGroup>
      </div>
    </details>
  );
}
