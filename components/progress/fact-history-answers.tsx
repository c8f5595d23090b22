import { Check, CircleSlash2, Undo2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { unbroken } from "@/components/ui/unbroken";
import type { ItemType } from "@/lib/questions/item";

export type ShownAnswer = {
  id: string;
  atMs: number;
  timeZone: string;
  form: ItemType;
  question: string;
  claim: string | null;
  given: string | null;
  key: string;
  rating: number;
  outcome: "right" | "nearly" | "wrong";
  isTakenBack: boolean;
  kind: "new" | "review" | "practice" | null;
};

const looks = {
  right: { Icon: Check, text: "text-correct" },
  nearly: { Icon: CircleSlash2, text: "text-wrong" },
  wrong: { Icon: X, text: "text-wrong" },
  takenBack: { Icon: Undo2, text: "text-muted" },
} as const;

/** Of a fact that slips again and again there are dozens. */
const shownOpenly = 10;

const ratings = ["1", "2", "3", "4"] as const;

/** When it was where the learner was. */
const timeOf = ({ atMs, timeZone }: ShownAnswer) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone }).format(atMs);

/** Every answer as it was given, the latest first. */
export function FactHistoryAnswers({ answers, count }: { answers: readonly ShownAnswer[]; count: number }) {
  const t = useTranslations("factHistory.answers");
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3">
      <h2 id={titleId} className="text-22">
        {t("title", { count })}
      </h2>
      {answers.length < count && <p className="text-muted">{t("latest", { count: answers.length })}</p>}
      <AnswerList answers={answers.slice(0, shownOpenly)} />
      {answers.length > shownOpenly && (
        <details>
          <summary className="min-h-11 content-center text-muted">{t("earlier", { count: answers.length - shownOpenly })}</summary>
          <AnswerList answers={answers.slice(shownOpenly)} />
        </details>
      )}
    </section>
  );
}

const AnswerList = ({ answers }: { answers: readonly ShownAnswer[] }) => (
  <ol className="flex flex-col border-t border-line">
    {answers.map((answer) => (
      <GivenAnswer key={answer.id} answer={answer} />
    ))}
  </ol>
);

function GivenAnswer({ answer }: { answer: ShownAnswer }) {
  const t = useTranslations("factHistory.answers");
  const { form, question, claim, given, key, outcome, isTakenBack, kind } = answer;
  const { Icon, text } = looks[isTakenBack ? "takenBack" : outcome];
  const rating = ratings[answer.rating - 1] ?? "1";
  return (
    <li className="flex flex-col gap-1 border-b border-line py-4 print:break-inside-avoid">
      <p className="flex flex-wrap items-center gap-x-3">
        <span className={classNames("inline-flex items-center gap-1.5 font-semibold", text)}>
          <Icon aria-hidden size={18} strokeWidth={2.2} />
          {isTakenBack ? t("takenBack") : t(`outcome.${outcome}`)}
        </span>
        <span className="text-14 text-muted tabular-nums">
          {timeOf(answer)} · {t(`form.${form}`)}
          {kind === "practice" && ` · ${t("practice")}`}
        </span>
      </p>
      <p className="max-w-measure">{unbroken(question)}</p>
      {claim !== null && <p className="max-w-measure">{unbroken(claim)}</p>}
      <p className="max-w-measure text-muted">
        {given === null ? t("rated", { rating: t(`rating.${rating}`) }) : t("given", { given: given === "" ? t("nothing") : given })}
        {outcome !== "right" && ` ${t("key", { key })}`}
      </p>
    </li>
  );
}
