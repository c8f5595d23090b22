import { useTranslations } from "next-intl";
import { ChooseGroup } from "@/components/study/choose-option";
import { ChoiceChip } from "@/components/ui/choice-chip";
import { Field } from "@/components/ui/field";

const usualCounts = [5, 10, 20, 40];

type SetupLengthProps = { chosen: number; range: { least: number; most: number }; hasFault: boolean };

/** How many questions: the usual numbers at a press, any other in a field. */
export function SetupLength({ chosen, range, hasFault }: SetupLengthProps) {
  const t = useTranslations("quizSetup");
  const isOther = !usualCounts.includes(chosen);
  return (
    <div className="group/count flex flex-col gap-3">
      <ChooseGroup legend={t("count.label")}>
        <div className="flex flex-wrap gap-2">
          {usualCounts.map((count) => (
            <ChoiceChip key={count} name="count" value={String(count)} isChosen={count === chosen}>
              {count}
            </ChoiceChip>
          ))}
          <ChoiceChip name="count" value="other" isChosen={isOther}>
            {t("count.other")}
          </ChoiceChip>
        </div>
      </ChooseGroup>
      <Field
        label={t("count.field")}
        name="otherCount"
        type="number"
        inputMode="numeric"
        min={range.least}
        max={range.most}
        defaultValue={isOther ? chosen : ""}
        hint={t("count.hint", range)}
        error={hasFault ? t("fault.otherCount", range) : undefined}
        className="hidden max-w-48 group-has-[input[value=other]:checked]/count:flex"
      />
    </div>
  );
}
