import { factsOf, type FactBase } from "@/lib/facts/fact-base";
import type { Fact } from "@/lib/facts/model";
import type { Item } from "../item";
import { meetingOf } from "./meeting";
import { valueOf, type Said } from "./reading";
import { couldBeMeant } from "./setting";

type Direction = Item["direction"];

/** The facts that answer the question for `asked` when its stem says all that narrows it: for its value, or for the subjects that have it. Disputed ones count, since they may be true. */
export function factsAnswering(base: FactBase, asked: Fact, direction: Direction): Fact[] {
  const predicate = base.predicates.get(asked.predicate);
  if (!predicate) return [];
  const known = direction === "forward" ? factsOf(base, asked.subject, asked.predicate) : (base.factsByPredicate.get(asked.predicate) ?? []);
  return known.filter(
    (fact) =>
      fact.rank !== "deprecated" && couldBeMeant(base, predicate, asked, fact) &&
      (direction === "forward" || meetingOf(base, predicate, fact.value, asked.value) !== "apart"),
  );
}

/** Whether what is said is, or may be, the answer that a fact gives in a direction. */
export function isAnswer(base: FactBase, fact: Fact, direction: Direction, said: Said): boolean {
  if (direction === "inverse") return said.entity === fact.subject;
  const value = valueOf(said);
  const predicate = base.predicates.get(fact.predicate);
  return value !== undefined && predicate !== undefined && meetingOf(base, predicate, fact.value, value) !== "apart";
}
