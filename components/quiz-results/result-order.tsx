import { useTranslations } from "next-intl";
import { unbroken } from "@/components/ui/unbroken";
import { ResultRow } from "./result-row";

type ResultOrderProps = { options: readonly string[]; order: readonly number[]; right: readonly number[] };

/** As it was put, with the place that each belongs to. */
export function ResultOrder({ options, order, right }: ResultOrderProps) {
  const t = useTranslations("quizResults.question");
  return (
    <ol aria-label={t("order")} className="-mx-2.5 flex flex-col gap-0.5">
      {order.map((option, place) => {
        const belongs = right.indexOf(option);
        const isRight = belongs === place;
        return (
          <ResultRow key={option} mark={isRight ? "right" : "wrong"} note={isRight ? t("rightPlace") : t("belongs", { place: belongs + 1 })}>
            {place + 1}. {unbroken(options[option] ?? "")}
          </ResultRow>
        );
      })}
    </ol>
  );
}
