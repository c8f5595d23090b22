import { ChevronRight } from "lucide-react";

/** Stands before the words of a `summary` and turns with its `details`, which is the group. */
export function FoldMark() {
  return <ChevronRight aria-hidden size={20} strokeWidth={1.5} className="shrink-0 text-muted transition-transform group-open:rotate-90" />;
}
