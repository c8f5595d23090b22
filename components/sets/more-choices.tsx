import { useTranslations } from "next-intl";
import { ChoiceBoxes, type ChoiceBox } from "./choice-boxes";

export const moreParts = ["types", "programmes", "kinds", "difficulties"] as const;
export type MorePart = (typeof moreParts)[number];
export type MoreOffered = Record<MorePart, ChoiceBox[]>;
export type MoreChosen = Record<MorePart, ReadonlySet<string>>;

type MoreChoicesProps = { offered: MoreOffered; chosen: MoreChosen; isOpen: boolean; onChange: (chosen: MoreChosen) => void };

/** What is chosen more rarely: by type, by programme, and only some kinds of fact, or only easier or harder ones. */
export function MoreChoices({ offered, chosen, isOpen, onChange }: MoreChoicesProps) {
  const t = useTranslations("sets.form");
  return (
    <details open={isOpen} className="border-y border-line">
      <summary className="min-h-13 content-center text-18 font-semibold">{t("more")}</summary>
      <div className="flex flex-col gap-6 pb-6">
        {moreParts.map((part) => (
          <fieldset key={part} className="flex min-w-0 flex-col gap-2">
            <legend className="mb-2 font-semibold">{t(part)}</legend>
            <p className="mb-1 text-14 text-muted">{t(`${part}Hint`)}</p>
            <ChoiceBoxes choices={offered[part]} chosen={chosen[part]} onChange={(next) => onChange({ ...chosen, [part]: next })} />
          </fieldset>
        ))}
      </div>
    </details>
  );
}
