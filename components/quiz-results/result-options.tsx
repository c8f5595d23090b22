import { useTranslations } from "next-intl";
import { unbroken } from "@/components/ui/unbroken";
import { ResultRow } from "./result-row";

type ResultOptionsProps = { options: readonly string[]; chosen: readonly number[]; right: readonly number[] };

export function ResultOptions({ options, chosen, right }: ResultOptionsProps) {
  const t = useTranslations("quizResults.question");
  const lineOf = (i: number) => {
    if (chosen.includes(i)) return right.includes(i) ? ({ mark: "right", note: t("chosenRight") } as const) : ({ mark: "wrong", note: t("chosen") } as const);
    return right.includes(i) ? ({ mark: "missed", note: t(right.length > 1 ? "missed" : "right") } as const) : { mark: null, note: null };
  };
  return (
    <ul aria-label={t("options")} className="-mx-2.5 flex flex-col gap-0.5">
      {options.map((option, i) => (
        <ResultRow key={option} {...lineOf(i)}>
          {unbroken(option)}
        </ResultRow>
      ))}
    </ul>
  );
}
