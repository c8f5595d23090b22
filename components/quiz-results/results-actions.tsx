import { useTranslations } from "next-intl";
import Link from "next/link";
import { LinkButton } from "@/components/ui/link-button";
import { mostNamedFacts, studyAddress } from "@/lib/questions/study-request";
import { quizAddress } from "@/lib/quiz/address";
import { isShownIn } from "./shown-part";
import type { ShownResults } from "./shown-results";

/** What comes next: the mistakes, or the blanks where there are no mistakes, and another quiz. */
export function ResultsActions({ results: { questions, setup } }: { results: ShownResults }) {
  const t = useTranslations("quizResults.actions");
  const factsIn = (part: "mistakes" | "blank") => [...new Set(questions.filter((question) => isShownIn(part, question)).map(({ factId }) => factId))].slice(0, mostNamedFacts);
  const part = factsIn("mistakes").length > 0 ? "mistakes" : "blank";
  const ids = factsIn(part);
  return (
    <div className="-mt-2 flex flex-wrap items-center gap-x-5 gap-y-2 print:hidden">
      {ids.length > 0 && (
        <LinkButton href={studyAddress({ scope: { kind: "facts", ids }, mode: "learn", length: null })} rel="nofollow" prefetch={false} look="primary" className="min-h-13">
          {t(part, { count: ids.length })}
        </LinkButton>
      )}
      {ids.length > 0 ? (
        <Link href={quizAddress(setup)} prefetch={false} className="link inline-flex min-h-11 items-center">
          {t("another")}
        </Link>
      ) : (
        <LinkButton href={quizAddress(setup)} prefetch={false} look="primary" className="min-h-13">
          {t("another")}
        </LinkButton>
      )}
    </div>
  );
}
