import type { ReactNode } from "react";

/** What to press next: on a phone at the lower edge, where the thumb is; elsewhere in the text. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <div className="sticky bottom-0 -mx-4 border-t border-line bg-paper p-4 max-sm:order-last sm:static sm:mx-0 sm:border-0 sm:p-0">{children}</div>;
}
