import { useTranslations } from "next-intl";
import Link from "next/link";
import { isShownIn, shownParts, type ShownPart } from "./shown-part";
import type { ShownQuestion } from "./shown-results";

type ResultsFilterProps = { questions: readonly ShownQuestion[]; part: ShownPart };

/** Which of the questions are shown, as links: going back shows what was there before. */
export function ResultsFilter({ questions, part }: ResultsFilterProps) {
  const t = useTranslations("quizResults.show");
  return (
    <nav aria-label={t("label")} className="print:hidden">
      <ul className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
        {shownParts.map((each) => (
          <li key={each}>
            <Link
              href={{ query: { show: each } }}
              scroll={false}
              prefetch={false}
              aria-current={each === part ? "true" : undefined}
              className="flex min-h-11 items-center justify-between gap-2 rounded-control border border-control px-4 hover:bg-sunken aria-current:border-ink aria-current:bg-ink aria-current:text-paper forced-colors:aria-current:underline"
            >
              {t(each)}
              <span className="tabular-nums">{questions.filter((question) => isShownIn(each, question)).length}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
