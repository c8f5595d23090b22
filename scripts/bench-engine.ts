import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { loadContent } from "@/lib/content/load-content";
import type { FactBase } from "@/lib/facts/fact-base";
import { generateBank } from "@/lib/questions/generate";

const runs = 5;

function timeMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The first run, which pays for compiling, and the median of the others. */
function measure(work: () => void): { first: number; median: number } {
  const first = timeMs(work);
  const rest = Array.from({ length: runs }, () => timeMs(work)).sort((a, b) => a - b);
  return { first, median: rest[Math.floor(runs / 2)]! };
}

function parseAll(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (entry.endsWith(".yaml")) load(readFileSync(join(folder, entry), "utf8"));
  }
}

function loadOrThrow(): FactBase {
  const loaded = loadContent("content");
  if (!loaded.ok) throw new Error("The content has faults: npm run check-content names them.");
  return loaded.value;
}

const line = (what: string, { first, median }: { first: number; median: number }, against: number) =>
  console.log(`${what.padEnd(34)} first ${first.toFixed(0).padStart(6)} ms   median ${median.toFixed(0).padStart(6)} ms   × ${(median / against).toFixed(2)}`);

/** How long reading, checking and generating take, each against parsing the same YAML in the same run. */
export async function runEngineBench(): Promise<number> {
  const parse = measure(() => parseAll("content"));
  const read = measure(() => void loadOrThrow());
  const base = loadOrThrow();
  let items = 0;
  const bank = measure(() => void (items = [...generateBank(base, { seed: 1 })].length));
  line("parse the YAML", parse, parse.median);
  line("read and check all content", read, parse.median);
  line(`generate the bank (${items} items)`, bank, parse.median);
  return 0;
}
