import { classNames } from "./class-names";

export type ButtonLook = "primary" | "secondary" | "quiet";

const looks: Record<ButtonLook, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong border-transparent px-5",
  secondary: "bg-surface text-ink border-control hover:bg-sunken px-4",
  quiet: "bg-transparent text-ink border-transparent hover:bg-sunken px-3",
};

/** Shared by buttons and by links that look like one. The border also draws the edge in forced colours. */
export const buttonStyle = (look: ButtonLook, className?: string) =>
  classNames(
    "inline-flex min-h-11 items-center justify-center gap-2 rounded-control border text-16 font-medium no-underline transition-colors",
    "aria-disabled:cursor-default aria-disabled:opacity-60",
    looks[look],
    className,
  );
