import { describe, expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { certify, type CertificateQuestion } from "@/lib/facts/certificates";
import { checkContent } from "@/lib/facts/check";
import { createFactBase, factsOf } from "@/lib/facts/fact-base";
import type { Fact, FactValue } from "@/lib/facts/model";
import { areRelated } from "@/lib/facts/relations";
import { statementOf } from "@/lib/facts/render";
import { asEntityId, asFactId } from "@/lib/shared/ids";
import { namedRandom, pick, shuffled } from "@/lib/shared/random";

const base = getFactBase();
const { facts } = base.content;

/** Some facts with another value and another subject of the same predicate each: what a generator would try as distractors. */
const questions: CertificateQuestion[] = shuffled(namedRandom(1, "content"), facts)
  .slice(0, 1500)
  .flatMap((fact, i) => {
    const random = namedRandom(i, "options");
    const siblings = base.factsByPredicate.get(fact.predicate)!.filter((other) => other.subject !== fact.subject);
    if (siblings.length === 0) return [];
    return [
      { fact, direction: "forward" as const, option: pick(random, siblings).value },
      { fact, direction: "inverse" as const, option: pick(random, siblings).subject },
    ];
  });

const certified = questions.flatMap((question) => {
  const result = certify(base, question);
  return result.ok ? [{ question, certificate: result.value }] : [];
});

const claimOf = ({ fact, direction, option }: CertificateQuestion): Fact =>
  direction === "forward"
    ? { ...fact, id: asFactId("planted"), formerIds: [], complete: false, value: option as FactValue }
    : { ...fact, id: asFactId("planted"), formerIds: [], complete: false, subject: asEntityId(option as string) };

describe("the facts", () => {
  it("pass the check as a whole", () => {
    expect(checkContent(base.content)).toEqual([]);
  });

  it("each come out as one clean sentence", () => {
    const bad = facts
      .map((fact) => `${fact.id}: ${statementOf(base, fact)}`)
      .filter((line) => {
        const sentence = line.slice(line.indexOf(": ") + 2);
        return !/^[^a-z]/.test(sentence) || !/[^.]\.$/.test(sentence) || /[{}[\]]|\b(?:undefined|null|NaN)\b| {2}|\b(?:the|an?) the\b|\(\)|\(s\)| [.,;]/.test(sentence);
      });
    expect(bad).toEqual([]);
  });
});

describe("certificates on the real facts", () => {
  it("are plenty, and rest on facts and declarations that exist", () => {
    expect(certified.length).toBeGreaterThan(500);
    for (const { question, certificate } of certified) {
      const predicate = base.predicates.get(question.fact.predicate)!;
      const declared: Record<string, boolean> = {
        [`functional:${predicate.id}`]: predicate.functional,
        [`inverse-functional:${predicate.id}`]: predicate.inverseFunctional,
        [`complete:${predicate.id}`]: predicate.complete !== undefined,
      };
      for (const reason of certificate.because) {
        const listed = base.facts.get(asFactId(reason.replace(/^complete:/, "")));
        expect(declared[reason] ?? (listed !== undefined && (!reason.startsWith("complete:") || listed.complete)), `${question.fact.id}: ${reason}`).toBe(true);
      }
    }
  });

  it("are never given to what a fact says, nor to its relatives", () => {
    for (const { question } of certified) {
      const claim = claimOf(question);
      const known = factsOf(base, claim.subject, claim.predicate).filter((fact) => fact.rank !== "deprecated");
      for (const { value } of known) {
        expect(value, question.fact.id).not.toEqual(claim.value);
        if (value.kind === "entity" && claim.value.kind === "entity") expect(areRelated(base, value.entity, claim.value.entity), question.fact.id).toBe(false);
      }
    }
  });

  it("go as soon as a fact makes the option true", () => {
    for (const { question } of shuffled(namedRandom(2, "planted"), certified).slice(0, 25)) {
      const changed = createFactBase({ ...base.content, facts: [...facts, claimOf(question)] }, "changed");
      expect(certify(changed, question).ok, question.fact.id).toBe(false);
    }
  });

  it("go with the declarations they rest on", () => {
    const predicates = base.content.predicates.map(({ complete: _, ...predicate }) => ({ ...predicate, functional: false, inverseFunctional: false }));
    const undeclared = createFactBase({ ...base.content, predicates, facts: facts.map((fact) => ({ ...fact, complete: false })) }, "undeclared");
    expect(questions.filter((question) => certify(undeclared, question).ok)).toEqual([]);
  });
});
