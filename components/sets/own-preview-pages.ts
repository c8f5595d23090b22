import { useState } from "react";
import type { PreviewPage } from "@/lib/own-facts/preview-page";

/** Pages of a preview, one after the other; `ask` gives null where there was no answer. What was previewed before is forgotten by `forget`. */
export function usePreviewPages(ask: (page: number) => Promise<PreviewPage | null>) {
  const [shown, setShown] = useState<PreviewPage | null>(null);
  const [pages, setPages] = useState(0);
  const [isLoading, setIsLoading] = useState(false);

  const load = async (page: number) => {
    setIsLoading(true);
    const more = await ask(page);
    setIsLoading(false);
    if (!more) return;
    setShown((before) => (page === 0 || !before ? more : { ...more, from: 0, facts: [...before.facts, ...more.facts] }));
    setPages(page + 1);
  };
  const forget = () => {
    setShown(null);
    setPages(0);
  };
  return { shown, isLoading, forget, loadFirst: () => load(0), loadMore: () => load(pages) };
}
