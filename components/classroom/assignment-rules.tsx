import { useTranslations } from "next-intl";
import { SetupReason } from "@/components/quiz-setup/setup-reason";
import { ChooseGroup } from "@/components/study/choose-option";
import { ChoiceChip } from "@/components/ui/choice-chip";
import { FoldMark } from "@/components/ui/fold-mark";
import { countedAttempts } from "@/lib/classroom/work";
import { answerPolicies, type AssignedQuiz } from "@/lib/quiz/assigned-quiz";

const usualAttempts = [1, 2, 3];
const orders = ["shuffled", "same"] as const;

/** What is a matter of classes: when answers are shown, how often one may try, and in which order questions come. */
export function AssignmentRules({ chosen }: { chosen: AssignedQuiz }) {
  const t = useTranslations("assignments.form");
  const isUsual = chosen.attempts === 1 && chosen.isShuffled;
  return (
    <>
      <ChooseGroup legend={t("shows.label")}>
        {answerPolicies.map((policy) => (
          <SetupReason key={policy} name="shows" value={policy} label={t(`shows.${policy}`)} reason={t(`shows.${policy}-note`)} isChosen={policy === chosen.shows} />
        ))}
      </ChooseGroup>
      <details open={!isUsual} className="group">
        <summary className="flex min-h-12 items-center gap-3 rounded-control px-3 text-18 font-semibold hover:bg-sunken">
          <FoldMark />
          {t("rules")}
        </summary>
        <AssignmentTries chosen={chosen} />
      </details>
    </>
  );
}

function AssignmentTries({ chosen: { attempts, counted, isShuffled } }: { chosen: AssignedQuiz }) {
  const t = useTranslations("assignments.form");
  const numbers = attempts === null || usualAttempts.includes(attempts) ? usualAttempts : [...usualAttempts, attempts];
  return (
    <div className="flex flex-col gap-8 pt-5">
      <ChooseGroup legend={t("attempts.label")}>
        <div className="flex flex-wrap gap-2">
          {numbers.map((number) => (
            <ChoiceChip key={number} name="attempts" value={String(number)} isChosen={number === attempts}>
              {number}
            </ChoiceChip>
          ))}
          <ChoiceChip name="attempts" value="any" isChosen={attempts === null}>
            {t("attempts.any")}
          </ChoiceChip>
        </div>
      </ChooseGroup>
      <div className="hidden group-has-[input[name=attempts]:not([value='1']):checked]/form:block">
        <ChooseGroup legend={t("counted.label")}>
          <div className="flex flex-wrap gap-2">
            {countedAttempts.map((each) => (
              <ChoiceChip key={each} name="counted" value={each} isChosen={each === counted}>
                {t(`counted.${each}`)}
              </ChoiceChip>
            ))}
          </div>
        </ChooseGroup>
      </div>
      <ChooseGroup legend={t("order.label")}>
        <div className="flex flex-wrap gap-2">
          {orders.map((order) => (
            <ChoiceChip key={order} name="order" value={order} isChosen={(order === "shuffled") === isShuffled}>
              {t(`order.${order}`)}
            </ChoiceChip>
          ))}
        </div>
      </ChooseGroup>
    </div>
  );
}
