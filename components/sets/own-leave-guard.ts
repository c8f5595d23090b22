import { useEffect } from "react";

/** The link that a plain click follows in this tab. */
function followedLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  return link && link.target === "" && !link.hasAttribute("download") ? link : null;
}

/** Asks before a page is left on which something typed is not saved: by a link, by going back (where the browser lets pages know), by closing it. */
export function useLeaveGuard(hasUnsaved: boolean, question: string): void {
  useEffect(() => {
    if (!hasUnsaved) return;
    const stop = new AbortController();
    const warn = (event: Event) => event.preventDefault();
    const askAtLink = (event: MouseEvent) => {
      if (!followedLink(event) || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const askAtBack = (event: Event) => {
      if ((event as Event & { navigationType?: string }).navigationType === "traverse" && event.cancelable && !window.confirm(question)) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn, stop);
    // Before the router's own listener hears of it.
    window.addEventListener("click", askAtLink, { capture: true, signal: stop.signal });
    (window as { navigation?: EventTarget }).navigation?.addEventListener("navigate", askAtBack, stop);
    return () => stop.abort();
  }, [hasUnsaved, question]);
}
