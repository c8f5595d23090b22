"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { unbroken } from "@/components/ui/unbroken";
import type { Feedback } from "@/lib/grading/feedback";
import type { Result } from "@/lib/shared/result";
import { ChoiceOptions } from "./choice-options";
import { Verdict } from "./verdict";

type Sample = { seed: number; stem: string; options: string[] };

type SampleCardProps = {
  first: Sample;
  answer: (given: { seed: number; option: number }) => Promise<Result<Feedback, unknown>>;
  another: () => Promise<Result<Sample, unknown>>;
};

/** A question to try before anything else; the answer is graded and forgotten. */
export function SampleCard({ first, answer, another }: SampleCardProps) {
  const t = useTranslations("home.sample");
  const study = useTranslations("study");
  const [sample, setSample] = useState(first);
  const [chosen, setChosen] = useState<number | null>(null);
  const [feedback, setFeedback] = useState<Feedback | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [isFetching, startTransition] = useTransition();

  const choose = (option: number) => {
    setChosen(option);
    setHasFailed(false);
    startTransition(async () => {
      const graded = await answer({ seed: sample.seed, option }).catch(() => null);
      if (graded?.ok) return setFeedback(graded.value);
      setChosen(null);
      setHasFailed(true);
    });
  };

  const replace = () =>
    startTransition(async () => {
      const next = await another().catch(() => null);
      setHasFailed(!next?.ok);
      if (!next?.ok) return;
      setSample(next.value);
      setChosen(null);
      setFeedback(null);
    });

  return (
    <div className="flex flex-col gap-5">
      <p className="text-22 text-balance">{unbroken(sample.stem)}</p>
      <ChoiceOptions
        key={sample.seed}
        label={study("options")}
        options={sample.options}
        pressed={chosen}
        result={feedback && chosen !== null ? { chosen, right: feedback.key?.[0] ?? null } : null}
        marks={{ right: study("verdict.rightOption"), wrong: study("verdict.wrongOption") }}
        onChoose={choose}
      />
      <div aria-live="polite">
        {feedback && <Verdict feedback={feedback} card={{ form: "multiple-choice", options: sample.options }} showsReturn={false} />}
        {hasFailed && <p className="text-wrong">{t("failed")}</p>}
      </div>
      {feedback && (
        <Button className="self-start" isBusy={isFetching} onClick={replace}>
          {t("another")}
        </Button>
      )}
    </div>
  );
}
