import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import type { ExtraTime } from "@/lib/quiz/extra-time";

function kindOf({ timeMultiplier, extraMinutes, hasNoTimeLimit }: ExtraTime): "times" | "minutes" | "both" | "unlimited" {
  if (hasNoTimeLimit) return "unlimited";
  if (extraMinutes === 0) return "times";
  return timeMultiplier === 1 ? "minutes" : "both";
}

/** What the learner is given more, or where to ask for it. */
export function SetupExtra({ extraTime }: { extraTime: ExtraTime | null }) {
  const t = useTranslations("quizSetup.timer");
  const settings = (text: ReactNode) => (
    <Link href="/settings" className="link">
      {text}
    </Link>
  );
  return (
    <p className="px-3 pt-1 text-14 text-muted">
      {extraTime ? t.rich("extra", { settings, kind: kindOf(extraTime), times: String(extraTime.timeMultiplier), minutes: extraTime.extraMinutes }) : t.rich("more", { settings })}
    </p>
  );
}
