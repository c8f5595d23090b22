import type { ReactNode } from "react";
import { markupOf } from "./markup";

/**
 * A long part of a page that never changes in the browser, sent as one text: React describes each element twice, for the eye and for
 * itself, which makes a list of hundreds of rows slow and large. Takes plain elements and components of such; links are anchors.
 */
export function StaticMarkup({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: markupOf(children) }} />;
}
