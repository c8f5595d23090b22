import type { FactBase } from "@/lib/facts/fact-base";
import type { Entity, Fact, Predicate } from "@/lib/facts/model";
import { namesOf, normaliseName } from "@/lib/facts/names";
import { fillTemplate, nameOf } from "@/lib/facts/render";
import { soleAnswer } from "@/lib/facts/sole-answer";
import type { EntityId } from "@/lib/shared/ids";
import { findClue } from "./clue";
import { reasonNotToAsk } from "./eligibility";
import { factsAnsweringTheSame } from "./known-facts";
import type { Direction, Question } from "./question";
import { suits } from "./wording";

/** A fact that leads to one entity, and the noun phrases that describe the entity by it ("the rocket that launched Tianhe"). */
export type Hop = {
  fact: Fact;
  /** Forward: the entity is the value of the fact; inverse: its subject. */
  direction: Direction;
  phrases: string[];
  /** The entity that the phrases name, if they name one. */
  from?: EntityId;
  /** How many facts speak of the one that the phrases name; 0 where they name none. */
  renown: number;
};

/** Whether the subject has this one value and no other. */
function isOnlyValue(base: FactBase, predicate: Predicate, fact: Fact): boolean {
  const answers = factsAnsweringTheSame(base, fact);
  return answers.length === 1 && (predicate.functional || predicate.complete !== undefined || fact.complete);
}

/** Whether the value has this one subject. Dates, amounts, places and the like are shared by things that are not on record, unless the content says otherwise. */
function isOnlySubject(base: FactBase, predicate: Predicate, fact: Fact): boolean {
  const sole = soleAnswer(base, fact);
  return sole.ok && (sole.value.proof === "declared" || (fact.value.kind === "entity" && !predicate.granular));
}

function phrasesOf(base: FactBase, predicate: Predicate, fact: Fact, direction: Direction): string[] {
  const question: Question = { base, fact, predicate, direction, answer: { text: "" } };
  const { en } = direction === "forward" ? predicate.wording.describeValue : predicate.wording.describeSubject;
  const worded = en.filter((wording) => wording.startsWith("the ") && suits(question, wording));
  return worded.map((wording) => fillTemplate(base, wording, fact).replace(/^The /, "the "));
}

const spaced = (text: string) => ` ${normaliseName(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

const namesByEntity = new WeakMap<Entity, string[]>();

/** Every option of every item is searched for a few entities' names. */
function spacedNames(entity: Entity): string[] {
  let names = namesByEntity.get(entity);
  if (!names) namesByEntity.set(entity, (names = namesOf(entity).map(spaced)));
  return names;
}

/** Whether a text holds one of the entity's names as whole words. */
export function namesEntity(base: FactBase, text: string, id: EntityId): boolean {
  const words = spaced(text);
  return spacedNames(base.entities.get(id)!).some((name) => words.includes(name));
}

function hopBy(base: FactBase, fact: Fact, direction: Direction): Hop[] {
  const predicate = base.predicates.get(fact.predicate)!;
  if (predicate.timeVarying || fact.asOf !== undefined || reasonNotToAsk(base, fact) !== undefined) return [];
  if (!(direction === "forward" ? isOnlyValue(base, predicate, fact) : isOnlySubject(base, predicate, fact))) return [];
  const valueEntity = fact.value.kind === "entity" ? fact.value.entity : undefined;
  const [to, from] = direction === "forward" ? [valueEntity!, fact.subject] : [fact.subject, valueEntity];
  const phrases = phrasesOf(base, predicate, fact, direction).filter((phrase) => findClue(phrase, nameOf(base, to), []) === undefined && !namesEntity(base, phrase, to));
  if (phrases.length === 0) return [];
  return [{ fact, direction, phrases, ...(from !== undefined && { from }), renown: from === undefined ? 0 : (base.factsBySubject.get(from)?.length ?? 0) }];
}

const hopsOfBase = new WeakMap<FactBase, Map<EntityId, Hop[]>>();

/**
 * The hops that lead to this entity and to nothing else by facts that hold without a date, with phrases that do not name it; those
 * from the best-known entities first.
 */
export function hopsTo(base: FactBase, entity: EntityId): readonly Hop[] {
  let byEntity = hopsOfBase.get(base);
  if (!byEntity) hopsOfBase.set(base, (byEntity = new Map()));
  let hops = byEntity.get(entity);
  if (!hops) {
    hops = [
      ...(base.factsByValue.get(entity) ?? []).flatMap((fact) => hopBy(base, fact, "forward")),
      ...(base.factsBySubject.get(entity) ?? []).flatMap((fact) => hopBy(base, fact, "inverse")),
    ].sort((a, b) => b.renown - a.renown);
    byEntity.set(entity, hops);
  }
  return hops;
}
