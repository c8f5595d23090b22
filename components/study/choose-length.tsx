import { useTranslations } from "next-intl";
import { ChoiceChip } from "@/components/ui/choice-chip";
import { lengthChoices, type LengthChoice } from "./length-choices";

/** How long the session is: buttons of which one is pressed. */
export function ChooseLength({ chosen }: { chosen: LengthChoice }) {
  const t = useTranslations("choose.long");
  const label = (choice: LengthChoice) => {
    const [unit, count] = choice.split("-");
    return unit === "cards" ? t("cards", { count: Number(count) }) : unit === "minutes" ? t("minutes", { count: Number(count) }) : t("all");
  };
  return (
    <div className="flex flex-wrap gap-2">
      {lengthChoices.map((choice) => (
        <ChoiceChip key={choice} name="long" value={choice} isChosen={choice === chosen}>
          {label(choice)}
        </ChoiceChip>
      ))}
    </div>
  );
}
