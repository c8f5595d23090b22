import { needsFacts, verdicts, type Claim } from "@/lib/facts/claims";
import type { FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import { statementOf } from "@/lib/facts/render";
import { generateItemsForFact, type GenerateOptions } from "@/lib/questions/generate";
import type { ItemType } from "@/lib/questions/item";
import type { FactId } from "@/lib/shared/ids";

/** How a fact is met: in questions (items by form), on the entity page alone, or not at all. */
export type Reach = { fact: Fact; asked: Map<ItemType, number>; isShown: boolean };

/** How the claim is met through its facts; `open` where it is neither asked nor shown. */
export type ClaimReach = { claim: Claim; facts: Reach[]; by: "asked" | "shown" | "reason" | "open" };

type ItemCounts = (id: FactId) => Map<ItemType, number>;

function countItems(base: FactBase, options: GenerateOptions): ItemCounts {
  const known = new Map<FactId, Map<ItemType, number>>();
  return (id) => {
    let counts = known.get(id);
    if (!counts) {
      known.set(id, (counts = new Map()));
      for (const { type } of generateItemsForFact(base, id, options).items) counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return counts;
  };
}

/** How every claim of the founding document is met, in the order of the ledger. */
export function reachClaims(base: FactBase, options: GenerateOptions): ClaimReach[] {
  const asked = countItems(base, options);
  return (base.content.claims ?? []).map((claim) => {
    const facts = claim.facts.map((id) => base.facts.get(id)!).map((fact) => ({ fact, asked: asked(fact.id), isShown: fact.rank !== "deprecated" }));
    if (facts.some((reach) => reach.asked.size > 0)) return { claim, facts, by: "asked" };
    if (facts.some((reach) => reach.isShown)) return { claim, facts, by: "shown" };
    return { claim, facts, by: needsFacts(claim) ? "open" : "reason" };
  });
}

function describeFact(base: FactBase, { fact, asked, isShown }: Reach): string {
  const items = [...asked.values()].reduce((sum, amount) => sum + amount, 0);
  const forms = [...asked].map(([type, amount]) => `${type} ${amount}`).join(", ");
  const how = items > 0 ? `asked in ${items} item${items === 1 ? "" : "s"} (${forms})` : isShown ? "shown on the entity page" : "withdrawn";
  return `    ${fact.id}: ${statementOf(base, fact)}\n      ${how}`;
}

function describeClaim(base: FactBase, { claim, facts, by }: ClaimReach): string[] {
  const reached = { asked: "asked", shown: "shown", reason: "not asked, for the reason below", open: "NOT REACHED" }[by];
  return [
    `${claim.id}  ${claim.verdict}, ${reached}  (${claim.section})`,
    `  “${claim.quote}”`,
    ...(claim.correction ? [`  right: ${claim.correction}`] : []),
    ...(claim.oftenWrong ? [`  shown below ${claim.under.join(", ")}: ${claim.oftenWrong}`] : []),
    ...(claim.remark ? [`  remark: ${claim.remark}`] : []),
    ...facts.map((reach) => describeFact(base, reach)),
    "",
  ];
}

/** The ledger of claims: each with its verdict and how it is met, and the counts of both. */
export function describeClaims(base: FactBase, options: GenerateOptions): string {
  const reached = reachClaims(base, options);
  const count = (verdict: Claim["verdict"], by?: ClaimReach["by"]) =>
    String(reached.filter((each) => each.claim.verdict === verdict && (by === undefined || each.by === by)).length).padStart(8);
  const ways = ["asked", "shown", "reason", "open"] as const;
  const table = verdicts.map((verdict) => `  ${verdict.padEnd(14)}${count(verdict)}${ways.map((by) => count(verdict, by)).join("")}`);
  const heads = ["claims", "asked", "shown", "reason", "open"].map((head) => head.padStart(8)).join("");
  return `${reached.flatMap((each) => describeClaim(base, each)).join("\n")}\n  ${"verdict".padEnd(14)}${heads}\n${table.join("\n")}\n`;
}
