import type { ReactNode } from "react";
import { FoldMark } from "@/components/ui/fold-mark";

type ChooseMoreProps = { label: string; count: number; isOpen: boolean; children: ReactNode };

/** Choices that most sessions do without, folded away. */
export function ChooseMore({ label, count, isOpen, children }: ChooseMoreProps) {
  return (
    <details open={isOpen} className="group">
      <summary className="flex min-h-12 items-center gap-3 rounded-control px-3 hover:bg-sunken">
        <FoldMark />
        {label}
        <span className="ml-auto text-14 text-muted tabular-nums">{count}</span>
      </summary>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,18rem),1fr))] gap-1 py-1 *:only:col-span-full">{children}</div>
    </details>
  );
}
