import type { EntityId, FactId } from "@/lib/shared/ids";
import { err, ok, type Result } from "@/lib/shared/result";
import { mayShareContext } from "./context";
import type { FactBase } from "./fact-base";
import type { Fact } from "./model";
import { subjectsWith } from "./subjects";

/**
 * `declared`: no other subject can exist (at most one subject for a value, or all subjects' lists complete).
 * `known`: no other subject of the base has it; one outside may, so the question should offer options or accept that.
 */
export type SoleAnswer = { subject: EntityId; proof: "declared" | "known"; because: FactId[] };

export type SoleVeto = "unknown" | "deprecated" | "disputed" | "undated" | "several";

/**
 * Whether the subject of `fact` is the only known answer to "what has this value?" when the stem says all of the fact's context.
 * Values that may be the same (overlapping dates or amounts, shared names, wholes and parts) and disputed facts count as other answers.
 */
export function soleAnswer(base: FactBase, fact: Fact): Result<SoleAnswer, SoleVeto> {
  const predicate = base.predicates.get(fact.predicate);
  if (!predicate) return err("unknown");
  if (fact.rank === "deprecated") return err("deprecated");
  if (fact.assurance === "disputed") return err("disputed");
  if (predicate.timeVarying && !fact.asOf) return err("undated");
  const others = subjectsWith(base, predicate, fact.value).filter(
    (known) => known.subject !== fact.subject && mayShareContext(base, predicate, fact, known),
  );
  if (others.length > 0) return err("several");
  const isDeclared = predicate.inverseFunctional || (predicate.complete !== undefined && (!predicate.timeVarying || predicate.complete.asOf === fact.asOf));
  return ok({ subject: fact.subject, proof: isDeclared ? "declared" : "known", because: [fact.id] });
}
