import type { ReactNode } from "react";
import { markupOf } from "./markup";

/**
 * A drawing of a long page, sent as one text. React sends long pages in pieces that begin anywhere, and a piece of a drawing waits in an
 * element with a style of its own, which the security policy forbids (react-dom 19.2, writeStartSegment); a text is half as long besides.
 */
export function StaticSvg({ className = "block", children }: { className?: string; children: ReactNode }) {
  return <span className={className} dangerouslySetInnerHTML={{ __html: markupOf(children) }} />;
}
