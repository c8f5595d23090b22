import { isCorrected, needsFacts, type Claim } from "./claims";
import type { FactBase } from "./fact-base";
import { unknownId, type Fault } from "./fault";

const fault = (claim: Claim, field: string, problem: string, mend: string): Fault => ({ at: { kind: "claim", id: claim.id, field }, problem, mend });

function checkReferences(base: FactBase, claim: Claim): Fault[] {
  const missing = (field: "facts" | "under") =>
    claim[field].filter((id) => !base.facts.has(id)).map((id) => unknownId({ kind: "claim", id: claim.id, field }, "fact", id, base.facts.keys()));
  const strays = claim.under.filter((id) => base.facts.has(id) && !claim.facts.includes(id));
  return [
    ...missing("facts"),
    ...missing("under"),
    ...strays.map((id) => fault(claim, "under", `"${id}" is not among the facts of the claim.`, "Add it to them, or show the correction elsewhere.")),
  ];
}

function checkCorrection(claim: Claim): Fault[] {
  if (!isCorrected(claim)) {
    const wrong = claim.oftenWrong !== undefined || claim.under.length > 0;
    return wrong ? [fault(claim, "verdict", `It is "${claim.verdict}", but says what is often got wrong.`, 'Change the verdict, or take "oftenWrong" and "under" out.')] : [];
  }
  if (claim.correction === undefined || claim.oftenWrong === undefined) {
    return [fault(claim, "verdict", `It is "${claim.verdict}", but does not say what is right.`, 'Write "correction" for the ledger and "oftenWrong" in one plain sentence.')];
  }
  return claim.under.length > 0 ? [] : [fault(claim, "oftenWrong", "It is shown nowhere.", 'Name the facts below which it belongs in "under".')];
}

/** Every claim by itself: facts that exist, a correction where it is loose or wrong, facts where it is checkable, a remark where it has none. */
export function checkClaims(base: FactBase, claims: readonly Claim[]): Fault[] {
  return claims.flatMap((claim) => {
    const faults = [...checkReferences(base, claim), ...checkCorrection(claim)];
    if (claim.facts.length > 0) return faults;
    if (needsFacts(claim)) return [...faults, fault(claim, "verdict", `It is "${claim.verdict}", but no fact carries it.`, "Name the facts, or change the verdict.")];
    const isExplained = claim.remark !== undefined;
    return isExplained ? faults : [...faults, fault(claim, "verdict", "Neither a fact carries it nor a remark explains it.", 'Write a "remark".')];
  });
}
