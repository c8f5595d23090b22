import { randomUUID } from "node:crypto";
import { getFactBase } from "@/lib/content/fact-base";
import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import type { Fact } from "@/lib/facts/model";
import { forms } from "@/lib/questions/forms/registry";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import type { Memory } from "@/lib/scheduling/engine";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { pick, seededRandom, type Random } from "@/lib/shared/random";
import { daysLater, morning, rightResponse, wrongResponse } from "./factories";

export type Studied = {
  /** How many days, the last of them that of `until` (`morning` unless given); on some nothing is done. */
  days: number;
  until?: Date;
  factsPerDay: number;
  seed?: number;
  /** Where the learner is on a day, counted from the first. */
  zoneOn?: (day: number) => string;
  /** The share of answers that are taken back and given anew. */
  undone?: number;
  /** Facts to begin, in this order; all that may be asked unless given. */
  facts?: readonly Fact[];
};

const engine = createFsrsEngine();
const formOf = (type: string) => forms.find((form) => form.name === type)!;
const someForms = ["multiple-choice", "true-false", "short-answer", "flashcard", "cloze", "date", "numeric"].flatMap((name) => (formOf(name) ? [formOf(name)] : []));
const itemsByFact = new Map<string, Item[]>();

/** Real questions on a fact. */
function itemsOf(fact: Fact): Item[] {
  const known = itemsByFact.get(fact.id) ?? generateItemsForFact(getFactBase(), fact.id, { seed: 1, forms: someForms, isBrief: true }).items;
  itemsByFact.set(fact.id, known);
  return known;
}

type Plan = { fact: Fact; items: Item[]; memory: Memory | null; lastDay: number; dueDay: number };
type Rows = { presentations: Prisma.PresentationCreateManyInput[]; events: Prisma.ReviewEventCreateManyInput[]; undos: Prisma.UndoEventCreateManyInput[] };
type Moment = { userId: string; at: Date; timeZone: string };

function writeAnswer(rows: Rows, { userId, at, timeZone }: Moment, { fact, items }: Plan, isRight: boolean, random: Random): { id: string; presentationId: string } {
  const item = pick(random, items);
  const ids = { id: randomUUID(), presentationId: randomUUID() };
  rows.presentations.push({ id: ids.presentationId, userId, factId: fact.id, itemId: item.id, item: item as unknown as Prisma.InputJsonValue, contentVersion: getFactBase().version, createdAt: at });
  rows.events.push({
    id: ids.id, userId, presentationId: ids.presentationId, factId: fact.id, form: item.type, optionCount: item.options.length > 0 ? item.options.length : null,
    response: (isRight ? rightResponse(item) : wrongResponse(item)) as unknown as Prisma.InputJsonValue, verdict: isRight ? "exact" : "wrong", score: isRight ? 1 : 0, rating: isRight ? 3 : 1,
    elapsedMs: 2000 + Math.floor(random() * 12_000), factValue: fact.value as unknown as Prisma.InputJsonValue, answeredAt: at, timeZone, learnerDay: learnerDayOf(at.getTime(), { timeZone, dayStartHour: 4 }),
  });
  return ids;
}

/** An answer as it is remembered; a miss is put right a few minutes later, and some answers are taken back first. */
function answer(rows: Rows, moment: Moment, plan: Plan, day: number, undone: number, random: Random): void {
  const isRight = random() < (plan.memory ? engine.retrievability(plan.memory, day - plan.lastDay) : 0.4);
  if (random() < undone) {
    const { id, presentationId } = writeAnswer(rows, moment, plan, !isRight, random);
    rows.undos.push({ id: randomUUID(), userId: moment.userId, presentationId, undoes: id, undoneAt: new Date(moment.at.getTime() + 2000) });
  }
  writeAnswer(rows, { ...moment, at: new Date(moment.at.getTime() + 5000) }, plan, isRight, random);
  if (!isRight) writeAnswer(rows, { ...moment, at: new Date(moment.at.getTime() + 300_000) }, plan, true, random);
  plan.memory = engine.next(plan.memory, plan.memory ? day - plan.lastDay : 0, isRight ? 3 : 1);
  plan.lastDay = day;
  plan.dueDay = day + Math.max(1, Math.round(engine.intervalDays(plan.memory, 0.9) * (0.8 + 0.4 * random())));
}

const rowsAtOnce = 2000;

/** One text instead of a parameter for each value: years are written in seconds. */
async function insert(database: PrismaClient, table: "Presentation" | "ReviewEvent" | "UndoEvent", rows: readonly object[]): Promise<void> {
  await database.$executeRawUnsafe(`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1::json)`, JSON.stringify(rows));
}

/** Writes years of study with real questions into the log of a learner whose memory is FSRS-6's own; states are folded when they are first used. */
export async function writeStudied(database: PrismaClient, userId: string, { days, until = morning, factsPerDay, seed = 1, zoneOn = () => "UTC", undone = 0, facts }: Studied): Promise<number> {
  const random = seededRandom(seed);
  const rows: Rows = { presentations: [], events: [], undos: [] };
  const waiting = [...(facts ?? getFactBase().content.facts.filter(({ ask }) => ask === true))].reverse();
  const begun: Plan[] = [];
  for (let day = 0; day < days; day++) {
    if (day < days - 1 && random() < 0.1) continue;
    const due = begun.filter(({ dueDay }) => dueDay <= day);
    for (let fresh = 0; fresh < factsPerDay && waiting.length > 0; ) {
      const fact = waiting.pop()!;
      const plan: Plan = { fact, items: itemsOf(fact), memory: null, lastDay: day, dueDay: day };
      if (plan.items.length === 0) continue;
      begun.push(plan);
      due.push(plan);
      fresh++;
    }
    const from = daysLater(day - days + 1, new Date(until.getTime() - 3_600_000)).getTime();
    due.forEach((plan, i) => answer(rows, { userId, at: new Date(from + i * 9000), timeZone: zoneOn(day) }, plan, day, undone, random));
  }
  for (let from = 0; from < rows.events.length; from += rowsAtOnce) {
    await insert(database, "Presentation", rows.presentations.slice(from, from + rowsAtOnce));
    await insert(database, "ReviewEvent", rows.events.slice(from, from + rowsAtOnce).map((event) => ({ questionEase: 0, ...event })));
  }
  await insert(database, "UndoEvent", rows.undos);
  await database.user.update({ where: { id: userId }, data: { memoryModel: 0 } });
  return rows.events.length;
}
