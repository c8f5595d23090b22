import type { FactId } from "@/lib/shared/ids";

/** What a claim of the founding document is worth. */
export const verdicts = ["supported", "imprecise", "contradicted", "outdated", "unverified", "opinion"] as const;
export type Verdict = (typeof verdicts)[number];

/** A claim of the founding document. The quote is for the ledger only. */
export type Claim = {
  id: string;
  section: string;
  quote: string;
  verdict: Verdict;
  /** What is right instead, in full. */
  correction?: string;
  remark?: string;
  /** The correction in one plain sentence, shown below the facts in `under`. */
  oftenWrong?: string;
  under: FactId[];
  /** The facts that carry the claim, or its corrected form. */
  facts: FactId[];
};

const correctedVerdicts: readonly Verdict[] = ["imprecise", "contradicted", "outdated"];

/** Whether the claim is loose, wrong or out of date, so that its corrected form counts. */
export const isCorrected = (claim: Claim): boolean => correctedVerdicts.includes(claim.verdict);

/** What is often got wrong about a fact (by id or former id): the corrections that belong below it, in the order of the ledger. */
export const oftenWrongAbout = (claims: readonly Claim[], fact: { id: FactId; formerIds: readonly FactId[] }): string[] =>
  claims.flatMap(({ under, oftenWrong }) => (oftenWrong !== undefined && under.some((id) => id === fact.id || fact.formerIds.includes(id)) ? [oftenWrong] : []));

/** Whether the claim, or its corrected form, has to be carried by facts. */
export const needsFacts = (claim: Claim): boolean => claim.verdict === "supported" || isCorrected(claim);
