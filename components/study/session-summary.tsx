"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { unbroken } from "@/components/ui/unbroken";
import { mostNamedFacts, studyAddress, type StudyMode } from "@/lib/questions/study-request";
import { fetchNextDue, type NextDue } from "./next-due-api";
import { lookBack, type LearntFact } from "./look-back";
import { isSettled, isSpent, ownAnswers, tallyOf, type SessionState } from "./session-state";
import type { AskedFor } from "./study-api";

type SessionSummaryProps = {
  state: SessionState;
  asked: AskedFor;
  isGuest: boolean;
  /** Null where there is nothing to take back. */
  onUndo: (() => void) | null;
  onProlong: () => void;
};

/** What was learnt, what slipped, and when to come back. */
export function SessionSummary({ state, asked, isGuest, onUndo, onProlong }: SessionSummaryProps) {
  const t = useTranslations("study");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { answered, right } = tallyOf(state);
  const { learnt, open, slipped, missed } = lookBack(ownAnswers(state.history));
  const isCut = isSpent(state) && state.left > 0;
  return (
    <section className="flex animate-settle flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 ref={heading} tabIndex={-1} className="text-28">
          {isCut || asked.what !== "due" ? t("done.titleNow") : t("done.title")}
        </h1>
        <p className="text-18">{answered === 0 ? t(asked.what === "due" ? "done.nothing" : "done.nothingHere") : t("done.summary", { answered, right })}</p>
        <ComeBack left={isCut ? state.left : 0} isReady={isSettled(state)} turn={state.turn} />
      </div>
      <Facts title={t("done.learnt", { count: learnt.length })} facts={learnt} />
      <Facts title={t("done.open", { count: open.length })} facts={open} />
      <Facts title={t("done.slipped", { count: slipped.length })} facts={slipped} />
      <div className="flex flex-wrap gap-2">
        {isCut && (
          <Button look="primary" onClick={onProlong}>
            {t("done.prolong")}
          </Button>
        )}
        {missed.length > 0 && !asked.what.startsWith("facts:") && <AgainLink facts={missed} how={asked.how as StudyMode} label={t("done.again", { count: missed.length })} />}
        {onUndo && <Button onClick={(event) => event.detail < 2 && onUndo()}>{t("done.undo")}</Button>}
      </div>
      {isGuest && <Invitation />}
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/">{t("done.home")}</LinkButton>
        <LinkButton href="/study/choose">{t("choose")}</LinkButton>
        <LinkButton href="/progress">{t("done.progress")}</LinkButton>
        <LinkButton href="/explore">{t("done.explore")}</LinkButton>
      </div>
    </section>
  );
}

function AgainLink({ facts, how, label }: { facts: readonly LearntFact[]; how: StudyMode; label: string }) {
  const ids = facts.slice(0, mostNamedFacts).map(({ factId }) => factId);
  return <LinkButton href={studyAddress({ scope: { kind: "facts", ids }, mode: how, length: null })}>{label}</LinkButton>;
}

/** Asked of the server when it has heard of every answer; its line keeps its place until then, and offline it stays empty. */
function ComeBack({ left, isReady, turn }: { left: number; isReady: boolean; turn: number }) {
  const t = useTranslations("study.done");
  const [next, setNext] = useState<NextDue | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (isReady) void fetchNextDue().then((found) => isCurrent && setNext(found));
    return () => {
      isCurrent = false;
    };
  }, [isReady, turn]);
  return <p className="min-h-6 text-muted">{left > 0 ? t("left", { left }) : next && t("next", next)}</p>;
}

function Facts({ title, facts }: { title: string; facts: readonly LearntFact[] }) {
  if (facts.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-18">{title}</h2>
      <ul className="flex max-w-measure list-disc flex-col gap-1 pl-5">
        {facts.map(({ factId, statement }) => (
          <li key={factId}>{unbroken(statement)}</li>
        ))}
      </ul>
    </div>
  );
}

function Invitation() {
  const t = useTranslations("study.done");
  return (
    <div className="flex flex-col items-start gap-3 rounded-control border border-line bg-surface p-5">
      <h2 className="text-18">{t("guestTitle")}</h2>
      <p className="max-w-measure">{t("guest")}</p>
      <LinkButton href="/sign-up" look="primary">
        {t("signUp")}
      </LinkButton>
    </div>
  );
}
