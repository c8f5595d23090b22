import { classNames } from "./class-names";

/** Holds the place of something that is on its way. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden className={classNames("rounded-control bg-sunken", className)} />;
}
