"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { QuizState } from "./quiz-state";

type QuizNoticesProps = {
  state: QuizState;
  /** The quiz could not be handed in so far. */
  isHeldUp: boolean;
  /** The next question could not be fetched so far. */
  isStuck: boolean;
  onTakeOver: () => void;
  onCallOff: () => void;
};

function Notice({ children }: { children: ReactNode }) {
  return <div className="flex animate-settle flex-wrap items-center gap-x-4 gap-y-2 rounded-control border border-control bg-sunken px-4 py-3">{children}</div>;
}

/** What stands in the way of answering, read out when it comes. */
export function QuizNotices({ state, isHeldUp, isStuck, onTakeOver, onCallOff }: QuizNoticesProps) {
  const t = useTranslations("quiz");
  const { ending, isHolder } = state;
  return (
    <div role="alert" className="mt-1.5 flex flex-col gap-3 empty:hidden">
      {!isHolder && ending !== "closed" && ending !== "time-up" && (
        <Notice>
          <p className="min-w-60 flex-1">{t("elsewhere.text")}</p>
          <Button onClick={onTakeOver}>{t("elsewhere.goOn")}</Button>
        </Notice>
      )}
      {ending === "time-up" && (
        <Notice>
          <p>{t(isHeldUp ? "time.upOffline" : "time.up")}</p>
        </Notice>
      )}
      {ending === "asked" && (
        <Notice>
          <p className="min-w-60 flex-1">{t(isHeldUp ? "handIn.offline" : "handIn.working")}</p>
          {isHeldUp && <Button onClick={onCallOff}>{t("handIn.back")}</Button>}
        </Notice>
      )}
      {ending === "closed" && (
        <Notice>
          <p>{t("handIn.working")}</p>
        </Notice>
      )}
      {isStuck && ending === "no" && (
        <Notice>
          <p>{t("stuck")}</p>
        </Notice>
      )}
    </div>
  );
}

/** What the server would not take. It may be long, so it moves with the page. */
export function QuizRefusals({ refusals }: Pick<QuizState, "refusals">) {
  const t = useTranslations("quiz");
  return (
    <div role="alert" className="empty:hidden">
      {refusals.length > 0 && (
        <Notice>
          <div>
            <p className="font-medium">{t("refused")}</p>
            {refusals.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </div>
        </Notice>
      )}
    </div>
  );
}
