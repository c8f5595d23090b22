import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { verifyMemory } from "@/lib/data/memory";
import { adoptDatabase, closeDatabase } from "@/lib/db/database";
import { strengthOf } from "@/lib/questions/choose-form";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { published } from "@/lib/scheduling/constants";
import { forecast } from "@/lib/scheduling/evidence";
import { evidenceForm } from "@/lib/scheduling/evidence-form";
import * as checks from "@/tests/support/audit-checks";
import { createStudent, type Dealt, type Told } from "@/tests/support/audit-learner";
import { createTestDatabase } from "@/tests/support/database";
import { createLearner, daysLater, seeded } from "@/tests/support/factories";

const days = 60;
const limits = { newFactsPerDay: 1, cardsPerDay: 6 };
/** A week away, so that more is due than the day has room for. */
const isAway = (day: number) => day >= 30 && day < 37;
const isCutOff = (day: number) => day % 9 === 4;

/** Half a minute on an idle machine, more while others use it. */
const patienceMs = 600_000;

type Review = { stabilityDays: number; recall: number; item: Item; isProbe: boolean };

const isTyped = ({ options, type }: Item) => options.length === 0 && type !== "flashcard";
const isChosen = ({ options }: Item) => options.length > 0;
const wayOf = (item: Item) => (isChosen(item) ? "choose" : isTyped(item) ? "type" : "recall");
const share = <T>(list: readonly T[], test: (each: T) => boolean) => list.filter(test).length / list.length;

describe("sixty days of study, by what the tables say", () => {
  const base = getFactBase();
  let record: checks.StudyRecord;
  let differing: unknown[];
  let reviews: Review[];
  let told: Told[];

  /** Each question on a fact in review once, with the memory that the day began with. */
  function reviewsOf({ dealt, shown, days: kept }: checks.StudyRecord): Review[] {
    const items = new Map(shown.map(({ id, item }) => [id, item as unknown as Item]));
    const states = new Map(kept.map(({ day, before }) => [day, new Map(before.map((state) => [state.factId, state.stabilityDays]))]));
    const first = new Map<string, Dealt>(dealt.filter(({ card }) => card.reason?.why === "due").map((each) => [each.card.presentationId, each]));
    return [...first.values()].flatMap(({ day, card: { factId, presentationId, reason } }) => {
      const stabilityDays = states.get(day)!.get(factId);
      return stabilityDays === undefined ? [] : [{ stabilityDays, recall: reason!.recall!, item: items.get(presentationId)!, isProbe: reason!.isProbe ?? false }];
    });
  }

  beforeAll(async () => {
    const open = await createTestDatabase("embedded");
    adoptDatabase(open);
    const db = open.client;
    const { id } = await createLearner(db, { newFactsPerDay: limits.newFactsPerDay, dailyBudget: limits.cardsPerDay, dailyBudgetUnit: "cards" });
    const student = createStudent(db, id, seeded("sixty days"));
    const kept: checks.DayRecord[] = [];
    differing = [];
    for (let i = 0; i < days; i++) {
      if (isAway(i)) continue;
      const day = daysLater(i).toISOString().slice(0, 10);
      await student.comeBack(i);
      const before = await db.memoryState.findMany();
      if (i % 20 === 10) await student.suspendNext();
      await student.study(isCutOff(i));
      kept.push({ day, before, after: await db.memoryState.findMany(), isDone: student.doneDays.has(day) });
      if (i % 10 === 9) differing.push(...(await verifyMemory(id)).differing);
    }
    const [events, undos, shown, choices] = await Promise.all([db.reviewEvent.findMany(), db.undoEvent.findMany(), db.presentation.findMany(), db.factChoice.findMany()]);
    record = { days: kept, dealt: student.dealt, events, undos, shown, choices };
    reviews = reviewsOf(record);
    told = student.told;
  }, patienceMs);

  afterAll(closeDatabase);

  it("had all that it takes: days to the end and days broken off, answers that came late, undos, facts put aside, a backlog", () => {
    const cutOff = record.days.filter(({ isDone }) => !isDone).map(({ day }) => day);
    expect(cutOff.length).toBeGreaterThan(4);
    expect(cutOff.length).toBeLessThan(20);
    expect(cutOff.every((day) => record.events.some(({ learnerDay }) => learnerDay === day))).toBe(true);
    expect(record.undos.length).toBeGreaterThan(0);
    expect(record.choices.length).toBeGreaterThan(0);
    expect(record.days.some(({ day, before }) => before.filter(({ dueOn }) => dueOn <= day).length > limits.cardsPerDay)).toBe(true);
  });

  it("no fact is scored twice a day, and replay gives what is stored", () => {
    expect([checks.scoredTwice(record), differing]).toEqual([[], []]);
  });

  it("a miss is asked again on its day until it is right, and nothing due is left unasked", () => {
    expect([checks.missedAndLeft(record), checks.leftUnasked(record, base)]).toEqual([[], []]);
  });

  it("new facts come only as far as the day has room", () => {
    expect(checks.begunTooMany(record, limits)).toEqual([]);
  });

  it("what is suspended is not dealt, and fragile facts stay a day apart from those they are easily taken for", () => {
    expect(checks.suspendedAndDealt(record)).toEqual([]);
    expect(checks.confusableTogether(record, base)).toEqual([]);
  });

  it("no wording comes twice running where there is another", () => {
    const wordings = (factId: string) => new Set(generateItemsForFact(base, factId as never, { seed: 1 }).items.map(({ template }) => template)).size;
    // Other wordings are looked for under twelve further seeds, which leaves one chance in thousands.
    expect(checks.sameWording(record).filter((factId) => wordings(factId) > 1).length).toBeLessThan(2);
  });

  it("no interval is longer than the answers allow", () => {
    expect(checks.plannedTooFar(record)).toEqual([]);
  });

  it("forms follow the memory, and one review in ten is of a random one", () => {
    const chance = Math.sqrt((0.1 * 0.9) / reviews.length);
    expect(Math.abs(share(reviews, ({ isProbe }) => isProbe) - 0.1)).toBeLessThan(5 * chance);
    const planned = reviews.filter(({ isProbe }) => !isProbe);
    expect(share(planned.filter(({ stabilityDays }) => stabilityDays < 3), ({ item, recall }) => isChosen(item) || item.type === "cloze" || recall >= 0.8)).toBeGreaterThan(0.75);
    expect(share(planned.filter(({ stabilityDays }) => stabilityDays > 3), ({ item }) => item.type !== "cloze" && strengthOf({ type: item.type, way: wayOf(item) }) === "first")).toBeLessThan(0.4);
  });

  it("a right answer is foretold with 0.7 to 0.95 for most questions that are not drawn at random", () => {
    const foretold = reviews.filter(({ isProbe }) => !isProbe).map(({ recall, item }) => forecast(recall, evidenceForm(item.type, item.options.length || undefined), published).right);
    expect(share(foretold, (right) => right >= 0.7 && right <= 0.95)).toBeGreaterThan(0.7);
  });

  it("the interval on a button is the one that comes, but for a day or so where answers in between moved the calibration", () => {
    const scored = told.filter(({ card }) => card.reason?.next !== undefined);
    const apart = scored.map(({ card, rating, dueInDays }) => Math.abs(dueInDays - (card.intervals?.[rating as 1] ?? card.reason!.next![rating > 1 ? "right" : "wrong"])) / Math.max(1, dueInDays));
    expect(share(apart, (days) => days === 0)).toBeGreaterThan(0.85);
    expect(share(apart, (days) => days <= 0.5)).toBeGreaterThan(0.97);
  });
});
