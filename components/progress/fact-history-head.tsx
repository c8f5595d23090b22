import { useTranslations } from "next-intl";
import Link from "next/link";
import { LinkButton } from "@/components/ui/link-button";
import { unbroken } from "@/components/ui/unbroken";
import { studyAddress } from "@/lib/questions/study-request";

export type ShownFactHead = {
  id: string;
  statement: string | null;
  subject: { id: string; name: string } | null;
  answers: readonly { question: string; key: string }[];
  count: number;
  mayBeAsked: boolean;
};

/** The fact as a sentence; one that has left the content as it was last asked. */
export function FactHistoryHead({ history }: { history: ShownFactHead }) {
  const t = useTranslations("factHistory");
  const { id, statement, subject, answers, count, mayBeAsked } = history;
  const lastAsked = answers[0];
  return (
    <header className="flex flex-col gap-2">
      <p className="text-14 text-muted">
        <Link href="/progress" className="link">
          {t("back")}
        </Link>
      </p>
      <h1 className="text-28 wrap-anywhere">{unbroken(statement ?? lastAsked?.question ?? t("title"))}</h1>
      {statement === null && lastAsked && <p>{t("gone", { answer: lastAsked.key })}</p>}
      {statement !== null && count === 0 && <p>{t("never")}</p>}
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2 print:hidden">
        {mayBeAsked && (
          <LinkButton href={studyAddress({ scope: { kind: "facts", ids: [id] }, mode: "mix", length: null })} rel="nofollow" prefetch={false}>
            {t("study")}
          </LinkButton>
        )}
        {subject && (
          <Link href={`/explore/${subject.id}`} prefetch={false} className="link inline-flex min-h-11 items-center">
            {t("explore", { name: subject.name })}
          </Link>
        )}
      </div>
    </header>
  );
}
