import { isOfType, type FactBase } from "@/lib/facts/fact-base";
import { nameOf } from "@/lib/facts/render";
import { ancestorsOf } from "@/lib/facts/relations";
import type { EntityId } from "@/lib/shared/ids";
import { wantedDistractors } from "./choice";
import { hasParts } from "./clue";
import { poorRivals } from "./poor-rivals";
import type { Question } from "./question";

/** How often an entity stands in the key's place: in all facts of the predicate, and by the leaf type of what stands on the other side. */
type Count = { total: number; byType: Map<string, number> };

const countsOfBase = new WeakMap<FactBase, Map<string, Map<EntityId, Count>>>();

const leafOf = (base: FactBase, id: EntityId) => base.entities.get(id)!.type;

function countAll({ base, predicate, direction }: Question): Map<EntityId, Count> {
  const counts = new Map<EntityId, Count>();
  for (const { subject, value } of base.factsByPredicate.get(predicate.id) ?? []) {
    if (direction === "forward" && value.kind !== "entity") continue;
    const id = value.kind === "entity" && direction === "forward" ? value.entity : subject;
    const type = leafOf(base, subject);
    const count = counts.get(id) ?? { total: 0, byType: new Map<string, number>() };
    count.total++;
    count.byType.set(type, (count.byType.get(type) ?? 0) + 1);
    counts.set(id, count);
  }
  return counts;
}

/** Entities that stand in the key's place elsewhere: values of the predicate (or subjects, when the subject is asked for), with how often they do. */
export function countsOf(question: Question): ReadonlyMap<EntityId, Count> {
  const { base, predicate, direction } = question;
  let known = countsOfBase.get(base);
  if (!known) countsOfBase.set(base, (known = new Map()));
  const name = `${direction} ${predicate.id}`;
  let counts = known.get(name);
  if (!counts) known.set(name, (counts = countAll(question)));
  return counts;
}

/** What stands in the stem already, and so cannot be an option. */
const isNamedInStem = ({ fact, direction }: Question, id: EntityId) =>
  direction === "forward" ? id === fact.subject : fact.value.kind === "entity" && id === fact.value.entity;

/** Whether things of one type lie in things of the other: a city among provinces is known by its size. */
function areOfTwoLevels(base: FactBase, ids: readonly EntityId[], others: readonly EntityId[]): boolean {
  const [first, second] = [new Set(ids), new Set(others)];
  return ids.some((id) => [...ancestorsOf(base, id)].some((above) => second.has(above))) || others.some((id) => [...ancestorsOf(base, id)].some((above) => first.has(above)));
}

/** How often entities of a type must stand in this place for subjects of one type to count as usual there. */
const usual = 2;

/** Entities of sibling types, of the key's level: those that are as usual in this place as the key's own type, and the others. */
function siblingsOf(question: Question, leaf: string, peers: readonly EntityId[]): { usual: EntityId[]; other: EntityId[] } {
  const { base, fact, direction, answer } = question;
  const parent = base.types.get(leaf)?.parent ?? null;
  const byType = new Map<string, EntityId[]>();
  for (const id of peers) {
    const type = leafOf(base, id);
    if (type === leaf || parent === null || base.types.get(type)?.parent !== parent) continue;
    byType.set(type, [...(byType.get(type) ?? []), id]);
  }
  const counts = countsOf(question);
  const subjectType = leafOf(base, fact.subject);
  const timesOf = (ids: readonly EntityId[]) => ids.reduce((sum, id) => sum + (counts.get(id)?.byType.get(subjectType) ?? 0), 0);
  const own = [answer.entity!, ...peers.filter((id) => leafOf(base, id) === leaf)];
  const level = [...byType.values()].filter((ids) => !areOfTwoLevels(base, own, ids));
  const isUsual = (ids: readonly EntityId[]) => direction === "forward" && timesOf(ids) >= usual && timesOf(own) >= usual;
  return { usual: level.filter(isUsual).flat(), other: level.filter((ids) => !isUsual(ids)).flat() };
}

/** Whether only the options' kind, and no word of the stem, tells what is asked for: then another kind among them does not stand out. */
const leavesKindOpen = ({ direction, fact }: Question) => direction === "forward" || fact.value.kind === "date";

const listsOfQuestion = new WeakMap<Question, EntityId[][]>();

function makeLists(question: Question): EntityId[][] {
  const { base, predicate, direction, answer, fact } = question;
  const leaf = leafOf(base, answer.entity!);
  const isPoor = poorRivals(question);
  const isOpen = (id: EntityId) => id !== answer.entity && !isNamedInStem(question, id) && !isPoor(id);
  const counts = countsOf(question);
  const peers = [...counts.keys()].filter(isOpen);
  const siblings = siblingsOf(question, leaf, peers);
  const ofKind = [...peers.filter((id) => leafOf(base, id) === leaf), ...siblings.usual];
  const isKeyFrequent = direction === "forward" && (counts.get(answer.entity!)?.total ?? 0) > 1;
  const frequent = isKeyFrequent ? ofKind.filter((id) => counts.get(id)!.total > 1) : [];
  const subjectType = leafOf(base, fact.subject);
  const places = direction === "forward" ? predicate.range : predicate.domain;
  const strangers = (base.entitiesByType.get(leaf) ?? [])
    .filter((entity) => isOpen(entity.id) && places.some((type) => isOfType(base, entity.type, type)))
    .map((entity) => entity.id);
  // A police force or a foreign politician, there only as somebody's value, is no rival where others will do.
  const ownStory = strangers.filter((id) => base.factsBySubject.has(id));
  const wide = [...new Set([...ofKind, ...(ownStory.length < wantedDistractors ? strangers : ownStory)])];
  const others = leavesKindOpen(question) ? siblings.other : [];
  return [
    frequent.filter((id) => (counts.get(id)!.byType.get(subjectType) ?? 0) > 1),
    frequent,
    ofKind,
    wide,
    ...(others.length > 0 ? [[...new Set([...ofKind, ...others])], [...new Set([...wide, ...others])]] : []),
  ];
}

/**
 * Lists of candidates, each of one kind, best first. A value that occurs again and again has rivals that do so too, at first for subjects of the
 * same type: a site abroad that was used once is no rival for a site of every year. Then come all of the key's leaf type (with sibling types that
 * are as usual in its place), that type with entities never met in this place (those with facts of their own, if they are enough), and its other sibling types.
 */
export function rivalLists(question: Question): EntityId[][] {
  let lists = listsOfQuestion.get(question);
  if (!lists) listsOfQuestion.set(question, (lists = makeLists(question)));
  return lists;
}

/** Those of the entities whose names have all of these telling parts. */
export const namedWith = ({ base }: Question, ids: readonly EntityId[], needed: readonly string[]): readonly EntityId[] =>
  needed.length === 0 ? ids : ids.filter((id) => hasParts(nameOf(base, id, { bare: true }), needed));
