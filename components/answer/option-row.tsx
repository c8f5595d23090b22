import { Check, CircleSlash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type Mark = "right" | "wrong" | "missed" | "pressed" | "none";

const looks: Record<Mark, string> = {
  right: "border-correct bg-correct-soft",
  wrong: "border-wrong bg-wrong-soft",
  missed: "border-dashed border-correct bg-surface",
  pressed: "border-ink bg-sunken",
  none: "border-line bg-surface",
};

/** The look of a row with an option in it. `relative`, because its mark is a tag on its edge. */
export const rowStyle = (mark: Mark, isOpen: boolean) =>
  classNames(
    "relative flex min-h-13 w-full items-center gap-3 rounded-control border px-3 py-2.5 text-left transition-colors aria-disabled:cursor-default",
    looks[mark],
    isOpen && "hover:border-control hover:bg-sunken",
  );

/** The key that stands for a row. `isHidden` on a small screen, where there is hardly a keyboard and something else to press. */
export function RowKey({ children, isHidden = false }: { children: ReactNode; isHidden?: boolean }) {
  return (
    <kbd aria-hidden className={classNames("size-7 shrink-0 place-items-center rounded-key border border-line bg-paper font-sans text-14 text-muted", isHidden ? "hidden sm:grid" : "grid")}>
      {children}
    </kbd>
  );
}

const tags = {
  right: { Icon: Check, colour: "border-correct text-correct" },
  wrong: { Icon: X, colour: "border-wrong text-wrong" },
  missed: { Icon: CircleSlash2, colour: "border-correct text-correct" },
} as const;

/**
 * A tag on the edge of its row, or at its end where there is room kept for it: the text does not wrap anew when the verdict comes. The list is
 * the `@container`, since with large text a wide window has no such room.
 */
export function RowTag({ mark, text }: { mark: keyof typeof tags; text: string }) {
  const { Icon, colour } = tags[mark];
  return (
    <span
      className={classNames(
        "absolute -top-2 right-3 flex items-center gap-1 rounded-full border bg-surface px-2 text-14 leading-4.5 font-medium",
        "sm:@xs:inset-y-0 sm:@xs:gap-1.5 sm:@xs:border-0 sm:@xs:bg-transparent sm:@xs:px-0",
        colour,
      )}
    >
      <Icon aria-hidden strokeWidth={2} className="size-3.5 sm:@xs:size-5" />
      {text}
    </span>
  );
}
