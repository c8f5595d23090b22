import type { EntityId } from "@/lib/shared/ids";
import { err, ok, type Result } from "@/lib/shared/result";
import { contextOf, isSameContext, type Context } from "./context";
import { factsOf, type FactBase } from "./fact-base";
import type { Fact, FactValue, Predicate } from "./model";
import { subjectsWith } from "./subjects";
import { compareValues, type Comparison } from "./values";

export type CertificateRule = "functional" | "complete" | "inverse-functional" | "value-disjoint";

/** Why an option is provably false. `because` names the facts (by id) and the declarations (`functional:<predicate>` …) that the proof rests on. */
export type Certificate = { rule: CertificateRule; because: string[] };

/** Why an option may not be called false. */
export type Veto =
  /** Nothing in the base excludes it: the world is open. */
  | "unknown"
  /** It is a value that is known to be true, in this context or (for the subject of an inverse question) the subject itself. */
  | "is-true"
  /** It is true at another date than the question's. */
  | "other-time"
  /** It is true under another scope or qualifier than the question's. */
  | "other-context"
  /** Someone claims it, or the question's own fact is disputed. */
  | "disputed"
  /** The question's own fact is deprecated. */
  | "deprecated"
  /** The predicate varies in time and the question's fact has no date. */
  | "undated"
  | "shares-name"
  /** It contains the key or is contained in it (part-of, variant-of, located-in), or in the place of another true answer. */
  | "related"
  /** A literal that may be the same as a true one, given precision, rounding and tolerance. */
  | "overlaps"
  /** Not a value of the kind that the predicate takes. */
  | "other-kind";

export type CertificateQuestion = { fact: Fact; direction: "forward" | "inverse"; option: FactValue | EntityId };

type Setting = { base: FactBase; predicate: Predicate; fact: Fact; context: Context };

const isSound = (fact: Fact) => fact.rank !== "deprecated" && fact.assurance !== "disputed";

/**
 * Whether `option` is provably a wrong answer to a question about `fact`: forward asks for its value, inverse for its subject.
 * Absent is unknown and proves nothing. Relatives of a true answer are never certified: of a granular predicate they may be true,
 * and of any other a learner who names the whole for the part is not wrong enough to be told so.
 */
export function certify(base: FactBase, question: CertificateQuestion): Result<Certificate, Veto> {
  const { fact, option } = question;
  const predicate = base.predicates.get(fact.predicate);
  if (!predicate) return err("unknown");
  if (fact.rank === "deprecated") return err("deprecated");
  if (fact.assurance === "disputed") return err("disputed");
  if (predicate.timeVarying && !fact.asOf) return err("undated");
  const setting = { base, predicate, fact, context: contextOf(base, predicate, fact) };
  if (question.direction === "forward") {
    return certifyValue(setting, typeof option === "string" ? { kind: "entity", entity: option } : option);
  }
  const subject = typeof option === "string" ? option : option.kind === "entity" ? option.entity : undefined;
  return subject === undefined ? err("other-kind") : certifySubject(setting, subject);
}

/** The veto for an option that stands so to a value that `known` says is true; nothing if they differ. */
function vetoOf({ predicate, base, context }: Setting, comparison: Comparison, known: Fact): Veto | undefined {
  if (comparison === "different") return undefined;
  if (comparison !== "same") return comparison;
  if (known.assurance === "disputed") return "disputed";
  const other = contextOf(base, predicate, known);
  if (other.time !== context.time) return "other-time";
  return other.narrowing === context.narrowing ? "is-true" : "other-context";
}

/** The first veto that the facts of one subject raise against one of their predicate's values. */
function vetoByFacts(setting: Setting, facts: readonly Fact[], value: FactValue): Veto | undefined {
  for (const known of facts) {
    if (known.rank === "deprecated") continue;
    const veto = vetoOf(setting, compareValues(setting.base, setting.predicate, known.value, value), known);
    if (veto) return veto;
  }
  return undefined;
}

/** A sound fact among them that says: all values of this subject are listed, at the question's time. */
function completenessOf({ predicate, context }: Setting, facts: readonly Fact[]): string | undefined {
  const listed = facts.find((fact) => fact.complete && isSound(fact) && (!predicate.timeVarying || fact.asOf === context.time));
  if (listed) return `complete:${listed.id}`;
  const isAllListed = predicate.complete && (!predicate.timeVarying || predicate.complete.asOf === context.time);
  return isAllListed ? `complete:${predicate.id}` : undefined;
}

/** A sound fact in the question's context; with `facts` all of one subject, of a functional predicate its value. */
const findInContext = ({ base, predicate, context }: Setting, facts: readonly Fact[]) =>
  facts.find((fact) => isSound(fact) && isSameContext(contextOf(base, predicate, fact), context));

const exclusive = (predicate: Predicate, known: Fact): Certificate => ({
  rule: known.value.kind === "entity" ? "functional" : "value-disjoint",
  because: [`functional:${predicate.id}`, known.id],
});

function certifyValue(setting: Setting, option: FactValue): Result<Certificate, Veto> {
  const { base, predicate, fact } = setting;
  if (option.kind !== predicate.valueKind) return err("other-kind");
  if (option.kind === "entity" && !base.entities.has(option.entity)) return err("unknown");
  const listed = factsOf(base, fact.subject, fact.predicate);
  const veto = vetoByFacts(setting, [fact, ...listed], option);
  if (veto) return err(veto);
  if (predicate.functional) return ok(exclusive(predicate, fact));
  const complete = completenessOf(setting, listed);
  if (complete) return ok({ rule: "complete", because: [complete, ...listed.filter(isSound).map(({ id }) => id)] });
  return certifyByOwner(setting, option);
}

/** Proof by "at most one subject" for a value that the subject in doubt is not known to have: another one has it. Not for granular predicates, where a whole is shared by many. */
function certifyByOwner(setting: Setting, value: FactValue): Result<Certificate, Veto> {
  const { base, predicate } = setting;
  if (!predicate.inverseFunctional || predicate.granular) return err("unknown");
  const candidates = (base.factsByPredicate.get(predicate.id) ?? []).filter(
    (known) => compareValues(base, predicate, known.value, value) === "same",
  );
  const owner = findInContext(setting, candidates);
  return owner ? ok({ rule: "inverse-functional", because: [`inverse-functional:${predicate.id}`, owner.id] }) : err("unknown");
}

function certifySubject(setting: Setting, option: EntityId): Result<Certificate, Veto> {
  const { base, predicate, fact } = setting;
  if (!base.entities.has(option)) return err("unknown");
  if (option === fact.subject) return err("is-true");
  const listed = factsOf(base, option, fact.predicate);
  const veto = vetoByFacts(setting, listed, fact.value) ?? vetoByTrueSubjects(setting, option);
  if (veto) return err(veto);
  const known = predicate.functional ? findInContext(setting, listed) : undefined;
  if (known) return ok(exclusive(predicate, known));
  const complete = completenessOf(setting, listed);
  if (complete) return ok({ rule: "complete", because: [complete, ...listed.filter(isSound).map(({ id }) => id)] });
  return certifyByOwner(setting, fact.value);
}

/** The veto that an option raises by standing too near to a subject of which the value is true or may be. */
function vetoByTrueSubjects({ base, predicate, fact }: Setting, option: EntityId): Veto | undefined {
  const asEntity = (entity: EntityId): FactValue => ({ kind: "entity", entity });
  for (const known of [fact, ...subjectsWith(base, predicate, fact.value)]) {
    const comparison = compareValues(base, predicate, asEntity(known.subject), asEntity(option));
    if (comparison === "related" || comparison === "shares-name") return comparison;
  }
  return undefined;
}
