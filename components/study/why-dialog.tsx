"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { Fragment } from "react";
import { Dialog } from "@/components/ui/dialog";
import { answerKindOf, type CardReason, type StudyCard } from "@/lib/questions/study-card";

type WhyDialogProps = { card: Pick<StudyCard, "form" | "options" | "prompts">; reason: CardReason; onClose: () => void };

/** Chances in words, from the highest down; the numbers are where people's own use of the words changes. */
const chances = [
  [0.95, "sure"],
  [0.8, "likely"],
  [0.6, "good"],
  [0.4, "open"],
  [0, "unlikely"],
] as const;

const wordFor = (recall: number) => chances.find(([from]) => recall >= from)![1];

/** Why the card comes now and what its answer will change, from what came with it: it needs no network. */
export function WhyDialog({ card, reason, onClose }: WhyDialogProps) {
  const t = useTranslations("card");
  const { why, seenDaysAgo, overdueDays = 0, recall, next, isProbe } = reason;
  const isOverdue = why === "due" && overdueDays > 0;
  const lines = [
    [t("why.now"), isOverdue ? t("why.reason.overdue", { days: overdueDays }) : t(`why.reason.${why}`)],
    [t("why.seen"), seenDaysAgo === undefined ? t("why.seenNever") : t("why.seenAgo", { days: seenDaysAgo })],
    [t("why.recall"), seenDaysAgo === 0 ? t("why.recallToday") : recall === undefined ? t("why.recallNew") : t("why.recallOf", { percent: Math.round(recall * 100), words: t(`why.recallWords.${wordFor(recall)}`) })],
    [t("why.next"), next ? `${t("why.right", { days: next.right })} ${t("why.wrong", { days: next.wrong })}` : t("why.nextNothing")],
    [t("why.form"), isProbe ? t("why.probe") : t(`why.formOf.${answerKindOf(card)}`)],
  ];
  return (
    <Dialog title={t("why.title")} closeLabel={t("close")} onClose={onClose}>
      <dl className="flex flex-col">
        {lines.map(([term, text]) => (
          <Fragment key={term}>
            <dt className="text-14 text-muted">{term}</dt>
            <dd className="mb-3 first-letter:uppercase">{text}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="border-t border-line pt-4 text-14 text-muted">
        {t.rich("why.how", {
          settings: (words) => (
            <Link href="/settings" prefetch={false} className="link">
              {words}
            </Link>
          ),
        })}
      </p>
    </Dialog>
  );
}
