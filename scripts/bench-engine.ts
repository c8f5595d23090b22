import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { loadContent } from "@/lib/content/load-content";
import type { FactBase } from "@/lib/facts/fact-base";
import { generateBank } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { lintItem } from "@/lib/questions/lint/lint-item";

const runs = 5;

/** What a core should make and check in a second. */
const aims = { generated: 3000, linted: 2000 };

/** Processor time of this process, so that what else runs on the machine does not count. */
function timeMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

type Times = { first: number; median: number };

/** The first run, which pays for compiling, and the median of the others. */
function measure(work: () => void, times = runs): Times {
  const first = timeMs(work);
  const rest = Array.from({ length: times }, () => timeMs(work)).sort((a, b) => a - b);
  return { first, median: rest[Math.floor(times / 2)]! };
}

function parseAll(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (entry.endsWith(".yaml")) load(readFileSync(join(folder, entry), "utf8"));
  }
}

export function loadOrThrow(): FactBase {
  const loaded = loadContent("content");
  if (!loaded.ok) throw new Error("The content has faults: npm run check-content names them.");
  return loaded.value;
}

const count = (amount: number) => Math.round(amount).toLocaleString("en");

const line = (what: string, { first, median }: Times, against: number) =>
  console.log(`${what.padEnd(38)} first ${first.toFixed(0).padStart(6)} ms   median ${median.toFixed(0).padStart(6)} ms   × ${(median / against).toFixed(2)}`);

function rateLine(what: string, items: number, { median }: Times, aim: number): void {
  const perSecond = (items * 1000) / median;
  console.log(`${what.padEnd(38)} ${count(perSecond).padStart(8)} items/s   aim ${count(aim)}: ${perSecond >= aim ? "met" : "not met"}`);
}

/** Megabytes of the heap that are in use; a collection goes first where node runs with --expose-gc. */
function heapMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

const heapLine = (what: string) =>
  console.log(`${what.padEnd(38)} ${heapMegabytes().toFixed(0).padStart(8)} MB of heap${globalThis.gc ? "" : " (uncollected; NODE_OPTIONS=--expose-gc counts what is kept)"}`);

function countByType(items: readonly Item[]): string {
  const counts = new Map<string, number>();
  for (const { type } of items) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([type, amount]) => `${count(amount)} ${type}`).join(", ");
}

/** Items in the bank, how long reading, making and checking take (each against parsing the same YAML in the same run), and the memory. */
export async function runEngineBench(): Promise<number> {
  const parse = measure(() => parseAll("content"));
  const read = measure(() => void loadOrThrow());
  const base = loadOrThrow();
  line("parse the YAML", parse, parse.median);
  line("read and check all content", read, parse.median);
  heapLine("with the content loaded");
  let items: Item[] = [];
  const bank = measure(() => void (items = [...generateBank(base, { seed: 1 })]), 2);
  const lint = measure(() => items.forEach((item) => lintItem(base, item)), 2);
  line("generate the bank", bank, parse.median);
  line("lint the bank", lint, parse.median);
  rateLine("generated", items.length, bank, aims.generated);
  rateLine("linted", items.length, lint, aims.linted);
  heapLine("with the whole bank held");
  const facts = new Set(items.map(({ tests }) => tests[0])).size;
  console.log(`\n${count(items.length)} items over ${count(facts)} facts: ${countByType(items)}.`);
  return 0;
}
