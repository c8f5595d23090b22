import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certify, type CertificateRule } from "@/lib/facts/certificates";
import type { FactBase } from "@/lib/facts/fact-base";
import { refuteSubject, refuteValue } from "@/lib/questions/lint/proof";
import {
  baseOf, isAbsent, possibleWorlds, relation, size, slotOf, statementId, subjectId, valueId, type Sketch, type Statement,
} from "../../support/worlds";

const position = fc.nat({ max: size - 1 });
const pair = fc.tuple(position, position).filter(([a, b]) => a < b) as fc.Arbitrary<[number, number]>;
const usually = <T>(common: T, ...rare: T[]) => fc.oneof({ weight: 4, arbitrary: fc.constant(common) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });

const statement: fc.Arbitrary<Statement> = fc.record({
  subject: position,
  value: position,
  asOf: usually<Statement["asOf"]>("2020", "2010", undefined),
  stage: usually<Statement["stage"]>(undefined, "1", "2"),
  complete: usually(false, true),
  standing: usually<Statement["standing"]>("sound", "disputed", "deprecated"),
});

const sketch: fc.Arbitrary<Sketch> = fc.record({
  functional: fc.boolean(),
  inverseFunctional: fc.boolean(),
  granular: fc.boolean(),
  timeVarying: fc.boolean(),
  allComplete: usually(false, true),
  statements: fc.array(statement, { minLength: 1, maxLength: 5 }),
  subjectParts: fc.array(pair, { maxLength: 1 }),
  valueParts: fc.array(pair, { maxLength: 2 }),
  sharedValueName: fc.option(pair, { nil: undefined, freq: 3 }),
});

type Case = { sketch: Sketch; question: Statement; index: number; direction: "forward" | "inverse"; option: number };

/** Every question and option that a sketch allows, without the right answer itself. */
function casesOf(given: Sketch): Case[] {
  return given.statements.flatMap((question, index) =>
    (["forward", "inverse"] as const).flatMap((direction) =>
      Array.from({ length: size }, (_, option) => ({ sketch: given, question, index, direction, option })).filter(
        ({ option }) => option !== (direction === "forward" ? question.value : question.subject),
      ),
    ),
  );
}

const certifyCase = (base: FactBase, { index, direction, option }: Case) =>
  certify(base, { fact: base.facts.get(statementId(index))!, direction, option: direction === "forward" ? valueId(option) : subjectId(option) });

/** The linter's proof of the same, which shares no code with the certificates. */
function isRefuted(base: FactBase, { index, direction, option }: Case): boolean {
  const fact = base.facts.get(statementId(index))!;
  return "grounds" in (direction === "forward" ? refuteValue(base, fact, { kind: "entity", entity: valueId(option) }) : refuteSubject(base, fact, subjectId(option)));
}

/** The vetoes, said again in the plainest way: too near to something stated, or the question has no firm ground. */
function isVetoed({ sketch: given, question, direction, option }: Case): boolean {
  if (question.standing !== "sound" || (given.timeVarying && !question.asOf)) return true;
  const values = relation(given.valueParts);
  const subjects = relation(given.subjectParts);
  const shareName = (a: number, b: number) => a === b || (given.sharedValueName?.includes(a) && given.sharedValueName.includes(b)) === true;
  const near = (a: number, b: number) => values[a]![b]! || shareName(a, b);
  const stated = given.statements.filter((each) => each.standing !== "deprecated");
  if (direction === "forward") return stated.some((each) => each.subject === question.subject && near(each.value, option));
  return stated.some((each) => near(each.value, question.value) && subjects[each.subject]![option]!);
}

/** The worlds of each slot that the sketch speaks of, enumerated once. */
function worldsOf(given: Sketch): (statement: Statement) => number[] {
  const known = new Map<string, number[]>();
  return (each) => {
    const slot = slotOf(given, each);
    const key = JSON.stringify(slot);
    if (!known.has(key)) known.set(key, possibleWorlds(given, slot));
    return known.get(key)!;
  };
}

const isFalseIn = (worlds: number[], { question, direction, option }: Case) =>
  direction === "forward" ? isAbsent(worlds, question.subject, option) : isAbsent(worlds, option, question.value);

const settings = { seed: 20261123, numRuns: 400 };

describe("the oracle: every world that is consistent with the declarations", () => {
  it.each([1, 2, 3, 4, 5, 6])("certifies an option if and only if it is false in all of them and nothing vetoes it (seed %i)", (seed) => {
    const tally = { decided: 0, open: 0, vetoed: 0 };
    const rules: Partial<Record<CertificateRule, number>> = {};
    fc.assert(
      fc.property(sketch, (given) => {
        const worlds = worldsOf(given);
        if (given.statements.some((each) => worlds(each).length === 0)) return;
        const base = baseOf(given);
        for (const each of casesOf(given)) {
          const certificate = certifyCase(base, each);
          const vetoed = isVetoed(each);
          const expected = !vetoed && isFalseIn(worlds(each.question), each);
          if (certificate.ok !== expected) throw new Error(`certified: ${certificate.ok}, oracle: ${expected}, ${JSON.stringify(each)}`);
          if (isRefuted(base, each) !== expected) throw new Error(`the linter proves it: ${!expected}, oracle: ${expected}, ${JSON.stringify(each)}`);
          tally[vetoed ? "vetoed" : expected ? "decided" : "open"]++;
          if (certificate.ok) rules[certificate.value.rule] = (rules[certificate.value.rule] ?? 0) + 1;
        }
      }),
      { ...settings, seed },
    );
    expect(Math.min(tally.decided, tally.open, tally.vetoed)).toBeGreaterThan(400);
    for (const rule of ["functional", "complete", "inverse-functional"] as const) expect(rules[rule]).toBeGreaterThan(40);
  });
});

describe("what changes a certificate", () => {
  const removals: [string, (given: Sketch) => Sketch][] = [
    ["functional", (given) => ({ ...given, functional: false })],
    ["inverse-functional", (given) => ({ ...given, inverseFunctional: false })],
    ["complete for the predicate", (given) => ({ ...given, allComplete: false })],
    ["complete for a subject", (given) => ({ ...given, statements: given.statements.map((each) => ({ ...each, complete: false })) })],
  ];

  it.each(removals)("taking the flag %s away never adds one", (_, remove) => {
    fc.assert(
      fc.property(sketch, (given) => {
        const [before, after] = [baseOf(given), baseOf(remove(given))];
        for (const each of casesOf(given)) {
          if (certifyCase(after, each).ok) expect(certifyCase(before, each).ok).toBe(true);
        }
      }),
      settings,
    );
  });

  it.each(["sound", "disputed"] as const)("a %s fact that makes the option true takes it away", (standing) => {
    let removed = 0;
    fc.assert(
      fc.property(sketch, (given) => {
        const base = baseOf(given);
        for (const each of casesOf(given)) {
          if (!certifyCase(base, each).ok) continue;
          const made: Statement =
            each.direction === "forward"
              ? { ...each.question, value: each.option, standing, complete: false }
              : { ...each.question, subject: each.option, standing, complete: false };
          expect(certifyCase(baseOf({ ...given, statements: [...given.statements, made] }), each).ok).toBe(false);
          removed++;
        }
      }),
      settings,
    );
    expect(removed).toBeGreaterThan(200);
  });
});
