import "server-only";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import type { SourceLine } from "@/lib/questions/study-card";

/** The addresses on record for Wikipedia are mostly mirrors; only its own is shown. */
const isShownAddress = (kind: string, url: string) => kind !== "wikipedia" || /^https?:\/\/[a-z-]+\.wikipedia\.org\//.test(url);

/** All sources of a fact, weak ones too: the entity page is for people who check. */
export function sourceLinesOf(base: FactBase, fact: Fact): SourceLine[] {
  return fact.citations.flatMap(({ source, at }) => {
    const known = base.sources.get(source);
    if (!known) return [];
    const { title, kind, url, credit } = known;
    return [{ title, kind, ...(url && isShownAddress(kind, url) && { url }), ...(at && { at }), ...(credit && { credit }) }];
  });
}
