import { Check, CircleHelp, CircleSlash2, Minus, X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { ResultOutcome } from "@/lib/quiz/results";

const looks = {
  right: { Icon: Check, text: "text-correct" },
  partly: { Icon: CircleSlash2, text: "text-wrong" },
  wrong: { Icon: X, text: "text-wrong" },
  unclear: { Icon: CircleHelp, text: "text-muted" },
  blank: { Icon: Minus, text: "text-muted" },
  unreached: { Icon: Minus, text: "text-muted" },
} as const;

/** How an answer was judged, by icon, and by the word that stands in it. */
export function OutcomeMark({ outcome, children }: { outcome: ResultOutcome; children: ReactNode }) {
  const { Icon, text } = looks[outcome];
  return (
    <span className={classNames("inline-flex items-center gap-1.5 font-semibold", text)}>
      <Icon aria-hidden size={20} strokeWidth={2.2} />
      {children}
    </span>
  );
}
