import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

const looks = {
  right: { Icon: Check, row: "bg-correct-soft", text: "text-correct" },
  wrong: { Icon: X, row: "bg-wrong-soft", text: "text-wrong" },
  missed: { Icon: Check, row: "", text: "text-correct" },
} as const;

type ResultRowProps = { mark: keyof typeof looks | null; note: string | null; children: ReactNode };

/** A line of what could be chosen, put in order or matched, with what came of it. */
export function ResultRow({ mark, note, children }: ResultRowProps) {
  const look = mark && looks[mark];
  return (
    <li className={classNames("flex items-start gap-2.5 rounded-key px-2.5 py-1.5", look?.row)}>
      <span className={classNames("grid h-6 w-5 shrink-0 place-items-center", look?.text)}>{look && <look.Icon aria-hidden size={18} strokeWidth={2.2} />}</span>
      <span className="flex min-w-0 grow flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 wrap-anywhere">{children}</span>
        {note && <span className={classNames("text-14 font-medium", look?.text)}>{note}</span>}
      </span>
    </li>
  );
}
