import { loadContent } from "@/lib/content/load-content";
import type { FactBase } from "@/lib/facts/fact-base";
import type { OwnTable } from "@/lib/own-facts/own-content";
import { ownFactBase, ownFactBaseInSteps } from "@/lib/own-facts/own-fact-base";
import { generateSoundItemsInSteps, previewQuestions } from "@/lib/own-facts/preview-questions";
import { readTable } from "@/lib/own-facts/read-table";
import { inTurns } from "@/lib/data/set-own-turns";
import type { Steps } from "@/lib/shared/steps";
import { plantedTable } from "@/tests/unit/own-facts/planted-table";

/** Ms of processor, since a loaded machine says nothing by the clock, in which 1,000 rows × 8 columns with planted mistakes are to be read (issue 7). */
const mostMs = 2000;
const runs = 5;
const previewed = 20;
const setId = "0b6f7a52-9a0e-4c5a-8f7e-2f4d6a1c3b58";

/** Does the work several times; `ms`: what the first run, before the machine has warmed up, took of the processor. */
function timed<T>(what: string, work: () => T): { value: T; ms: number } {
  const times: { wall: number; cpu: number }[] = [];
  let value!: T;
  for (let run = 0; run < runs; run++) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    value = work();
    const { user, system } = process.cpuUsage(used);
    times.push({ wall: performance.now() - start, cpu: (user + system) / 1000 });
  }
  const best = (of: "wall" | "cpu") => Math.min(...times.map((time) => time[of])).toFixed(0).padStart(5);
  const [first] = times;
  console.log(`${what.padEnd(52)} first ${first!.wall.toFixed(0).padStart(5)} ms (${first!.cpu.toFixed(0)} of processor), best of ${runs} ${best("wall")} ms (${best("cpu").trim()})`);
  return { value, ms: first!.cpu };
}

function idsInOrder(): () => string {
  let last = 0;
  return () => `i${++last}`;
}

/** How many of the planted mistakes were found at their cell, and how many that nobody planted. */
function compare(base: FactBase): { missed: number; invented: number; ms: number } {
  const { text, planted } = plantedTable();
  const { value, ms } = timed(`read 1,000 × 8 with ${planted.length} planted mistakes`, () => readTable(text, { base, newId: idsInOrder() }));
  const found = new Set(value.ok ? [] : value.error.mistakes.map(({ row, column, code }) => `${row} ${column} ${code}`));
  const missed = planted.filter((mistake) => !found.has(mistake)).length;
  return { missed, invented: found.size - (planted.length - missed), ms };
}

function measureUse(base: FactBase, table: OwnTable): void {
  const content = { cards: [], tables: [table] };
  const { value: own } = timed("make a base of its 7,000 facts", () => ownFactBase(base, setId, content));
  if (!own.ok) throw new Error("The sound table has mistakes.");
  const facts = own.value.content.facts.slice(0, previewed).map(({ id }) => id);
  const { value: previews } = timed(`preview ${previewed} of its facts`, () => previewQuestions(own.value, { seed: 1, facts }));
  const items = previews.flatMap(({ forms }) => forms).reduce((sum, form) => sum + form.items, 0);
  console.log(`${items} sound items of ${previewed} facts, ${previews.flatMap(({ failed }) => failed).length} that break a rule`);
}

/** Does the work in turns; `ms` by the clock, `held` the longest that nothing else had its turn meanwhile, which a loaded machine makes longer. */
async function watched<T>(steps: Steps<T>): Promise<{ value: T; ms: number; held: number }> {
  let [isOver, last, held] = [false, performance.now(), 0];
  const tick = () => {
    held = Math.max(held, performance.now() - last);
    last = performance.now();
    if (!isOver) setImmediate(tick);
  };
  setImmediate(tick);
  const start = performance.now();
  const value = await inTurns(steps);
  const end = performance.now();
  isOver = true;
  return { value, ms: end - start, held: Math.max(held, end - last) };
}

/** What the first learner of a set waits for, and for how long everybody else is kept waiting: its base, then all questions of one fact. */
async function measureFirst(base: FactBase, whole: OwnTable): Promise<void> {
  for (const rows of [15, 143, 1000]) {
    const content = { cards: [], tables: [{ ...whole, rows: whole.rows.slice(0, rows) }] };
    const made = await watched(ownFactBaseInSteps(base, setId, content));
    if (!made.value.ok) throw new Error("The sound table has mistakes.");
    const facts = made.value.value;
    const first = await watched(generateSoundItemsInSteps(facts, facts.content.facts[0]!.id, { seed: 1 }));
    const ms = (number: number) => number.toFixed(0).padStart(5);
    console.log(`${String(facts.content.facts.length).padStart(5)} facts: base ${ms(made.ms)} ms, held ${ms(made.held)}; all questions of the first fact ${ms(first.ms)} ms, held ${ms(first.held)}`);
  }
}

/** Whether a big pasted table is read in time and all its planted mistakes are found, and what its facts cost after that. */
export async function runOwnFactsBench(): Promise<number> {
  const loaded = loadContent("content");
  if (!loaded.ok) throw new Error("The content has faults: npm run check-content names them.");
  const { missed, invented, ms } = compare(loaded.value);
  console.log(`${missed} missed, ${invented} invented; ${ms < mostMs ? "in" : "NOT in"} ${mostMs} ms of processor`);
  const { text } = plantedTable(0);
  const sound = timed("read the same without mistakes", () => readTable(text, { base: loaded.value, newId: idsInOrder() })).value;
  if (!sound.ok) throw new Error("The sound table has mistakes.");
  console.log("the first questions of a set, in a fresh process and again");
  for (let run = 0; run < 2; run++) await measureFirst(loaded.value, sound.value);
  measureUse(loaded.value, sound.value);
  return missed + invented === 0 && ms < mostMs ? 0 : 1;
}
