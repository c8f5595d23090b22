import { useId } from "react";
import type { ReactNode } from "react";

type WeakListProps<T> = {
  title: string;
  measure: string;
  items: readonly T[];
  /** The rest can be asked for: the page is long. */
  shownOpenly: number;
  moreLabel: (count: number) => string;
  renderItem: (item: T) => ReactNode;
};

/** What is hardest, the hardest first, with a word on how that was judged. */
export function WeakList<T>({ title, measure, items, shownOpenly, moreLabel, renderItem }: WeakListProps<T>) {
  const titleId = useId();
  const list = (shown: readonly T[]) => <ol className="flex flex-col">{shown.map(renderItem)}</ol>;
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3 rounded-control border border-line bg-surface p-5">
      <div className="flex flex-col gap-1">
        <h3 id={titleId} className="text-18">
          {title}
        </h3>
        <p className="text-14 text-muted">{measure}</p>
      </div>
      {list(items.slice(0, shownOpenly))}
      {items.length > shownOpenly && (
        <details className="-mt-2 -mb-3">
          <summary className="min-h-11 content-center text-14 text-muted">{moreLabel(items.length - shownOpenly)}</summary>
          {list(items.slice(shownOpenly))}
        </details>
      )}
    </section>
  );
}
