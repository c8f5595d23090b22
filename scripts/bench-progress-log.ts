import type { Pool } from "pg";
import { getFactBase } from "@/lib/content/fact-base";
import { forms } from "@/lib/questions/forms/registry";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import type { Memory } from "@/lib/scheduling/engine";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { pick, randomBelow, seededRandom, type Random } from "@/lib/shared/random";
import { rightResponse, wrongResponse } from "@/tests/support/factories";

const dayMs = 86_400_000;
const engine = createFsrsEngine();
const usedForms = forms.filter(({ name }) => ["multiple-choice", "true-false", "short-answer", "flashcard", "cloze", "date", "numeric"].includes(name));

/** Puts a few real questions on each fact that may be asked into a table; returns, by fact, the numbers of its questions. */
export async function writeQuestions(pool: Pool): Promise<number[][]> {
  const base = getFactBase();
  const items: Item[] = [];
  const byFact: number[][] = [];
  for (const { id, ask } of base.content.facts) {
    const own = ask === true ? generateItemsForFact(base, id, { seed: 1, forms: usedForms, isBrief: true }).items.slice(0, 6) : [];
    if (own.length > 0) byFact.push(own.map((item) => items.push(item) - 1));
  }
  const rows = items.map((item, number) => ({
    number, item, factId: item.tests[0], itemId: item.id, form: item.type, optionCount: item.options.length || null, factValue: base.facts.get(item.tests[0]!)?.value ?? null,
    isRight: rightResponse(item), isWrong: wrongResponse(item),
  }));
  await pool.query(`CREATE TABLE bench_question ("number" int PRIMARY KEY, "item" jsonb, "factId" text, "itemId" text, "form" text, "optionCount" int, "factValue" jsonb, "isRight" jsonb, "isWrong" jsonb)`);
  await pool.query("INSERT INTO bench_question SELECT * FROM json_populate_recordset(NULL::bench_question, $1::json)", [JSON.stringify(rows)]);
  return byFact;
}

type Lines = { questions: number[]; times: Date[]; days: string[]; areRight: boolean[]; elapsed: number[] };

const insertAnswers = `
  WITH answer AS MATERIALIZED (
    SELECT gen_random_uuid() AS "eventId", gen_random_uuid() AS "presentationId", a.*, q.*
    FROM unnest($2::int[], $3::timestamptz[], $4::text[], $5::boolean[], $6::int[]) AS a("question", "at", "day", "wasRight", "elapsedMs") JOIN bench_question q ON q."number" = a."question"
  ), presentation AS (
    INSERT INTO "Presentation" ("id", "userId", "factId", "itemId", "item", "contentVersion", "createdAt")
    SELECT "presentationId", $1::uuid, "factId", "itemId", "item", 'bench', "at" FROM answer
  )
  INSERT INTO "ReviewEvent" ("id", "userId", "presentationId", "factId", "form", "optionCount", "response", "verdict", "score", "rating", "elapsedMs", "factValue", "answeredAt", "timeZone", "learnerDay")
  SELECT "eventId", $1::uuid, "presentationId", "factId", "form", "optionCount", CASE WHEN "wasRight" THEN "isRight" ELSE "isWrong" END, CASE WHEN "wasRight" THEN 'exact' ELSE 'wrong' END,
    "wasRight"::int, CASE WHEN "wasRight" THEN 3 ELSE 1 END, "elapsedMs", "factValue", "at", 'UTC', "day"
  FROM answer`;

const write = (pool: Pool, userId: string, { questions, times, days, areRight, elapsed }: Lines) => pool.query(insertAnswers, [userId, questions, times, days, areRight, elapsed]);

type Begun = { questions: number[]; memory: Memory | null; lastDay: number; dueDay: number };

/** The facts of one day: what is due, what is new, and others to fill the day. */
function factsOfDay(day: number, waiting: number[][], begun: Begun[], { fresh, answers }: { fresh: number; answers: number }, random: Random): Set<Begun> {
  for (let i = 0; i < fresh && waiting.length > 0; i++) begun.push({ questions: waiting.pop()!, memory: null, lastDay: day, dueDay: day });
  const chosen = new Set(begun.filter(({ dueDay }) => dueDay <= day).slice(-answers));
  while (chosen.size < Math.min(answers, begun.length)) chosen.add(pick(random, begun));
  return chosen;
}

/** Adds the answer, remembered as FSRS-6 says, to the lines. */
function answer(lines: Lines, fact: Begun, { day, at }: { day: number; at: Date }, random: Random): void {
  const isRight = random() < (fact.memory ? engine.retrievability(fact.memory, day - fact.lastDay) : 0.4);
  fact.memory = engine.next(fact.memory, day - fact.lastDay, isRight ? 3 : 1);
  fact.lastDay = day;
  fact.dueDay = day + Math.max(1, Math.round(engine.intervalDays(fact.memory, 0.9)));
  lines.questions.push(pick(random, fact.questions));
  lines.times.push(at);
  lines.days.push(learnerDayOf(at.getTime(), { timeZone: "UTC", dayStartHour: 4 }));
  lines.areRight.push(isRight);
  lines.elapsed.push(2000 + randomBelow(random, 12_000));
}

const emptyLines = (): Lines => ({ questions: [], times: [], days: [], areRight: [], elapsed: [] });
const linesAtOnce = 10_000;

/** Writes a log of `count` answers on real questions that ends an hour before `until`, spread over months or years as their number asks. */
export async function writeAnswers(pool: Pool, userId: string, byFact: readonly number[][], { count, until, days = Math.min(3650, Math.max(30, Math.ceil(count / 60))) }: { count: number; until: Date; days?: number }): Promise<void> {
  const random = seededRandom(1);
  const answers = Math.ceil(count / days);
  const facts = byFact.slice(0, Math.max(answers, Math.ceil(count / 5))).reverse();
  const [begun, fresh]: [Begun[], number] = [[], Math.max(answers, Math.ceil(facts.length / days))];
  let [lines, left] = [emptyLines(), count];
  for (let day = 0; day < days && left > 0; day++) {
    const from = until.getTime() - 3_600_000 - (days - 1 - day) * dayMs;
    const today = [...factsOfDay(day, facts, begun, { fresh: day === 0 ? fresh : Math.ceil(facts.length / (days - day)), answers }, random)].slice(0, left);
    today.forEach((fact, i) => answer(lines, fact, { day, at: new Date(from + i * 9000) }, random));
    left -= today.length;
    if (lines.times.length < linesAtOnce && left > 0 && day < days - 1) continue;
    await write(pool, userId, lines);
    lines = emptyLines();
  }
}
