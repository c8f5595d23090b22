import type { PreviewedFact } from "./show-preview";

/** Some of the facts with their questions; `from`: how many stand before them. */
export type PreviewPage = { facts: PreviewedFact[]; from: number; total: number };
