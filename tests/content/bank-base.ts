import { formatFault } from "@/lib/content/content-fault";
import { loadContent } from "@/lib/content/load-content";
import type { FactBase } from "@/lib/facts/fact-base";

let opened: FactBase | undefined;

/** The real content, read once for all files of a test process; a fault in it fails the test with the place and the way to mend it. */
export function openContent(): FactBase {
  if (opened) return opened;
  const loaded = loadContent("content");
  if (!loaded.ok) throw new Error(loaded.error.map(formatFault).join("\n"));
  return (opened = loaded.value);
}
