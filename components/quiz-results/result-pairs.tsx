import { useTranslations } from "next-intl";
import { unbroken } from "@/components/ui/unbroken";
import { ResultRow } from "./result-row";

type ResultPairsProps = { prompts: readonly string[]; options: readonly string[]; pairs: readonly (number | null)[]; right: readonly number[] };

/** Beside each prompt what was put there, and what belongs there if that is something else. */
export function ResultPairs({ prompts, options, pairs, right }: ResultPairsProps) {
  const t = useTranslations("quizResults.question");
  const nameOf = (option: number | null | undefined) => (typeof option === "number" ? unbroken(options[option] ?? "") : t("nothing"));
  return (
    <ul aria-label={t("pairs")} className="-mx-2.5 flex flex-col gap-0.5">
      {prompts.map((prompt, i) => {
        const isRight = pairs[i] === right[i];
        return (
          <ResultRow key={prompt} mark={isRight ? "right" : "wrong"} note={isRight ? null : t("belongsTo", { name: nameOf(right[i]) })}>
            {t("pair", { prompt: unbroken(prompt), option: nameOf(pairs[i]) })}
          </ResultRow>
        );
      })}
    </ul>
  );
}
