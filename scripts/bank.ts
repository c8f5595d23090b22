import { parseArgs } from "node:util";
import { loadContent } from "@/lib/content/load-content";
import type { FactBase } from "@/lib/facts/fact-base";
import { generateBank } from "@/lib/questions/generate";
import { itemTypes, type ItemType } from "@/lib/questions/item";
import { asFactId, type FactId } from "@/lib/shared/ids";
import { printCoverage } from "./bank-coverage";
import { toJsonLine, toText } from "./bank-format";

const usage = "Usage: npm run -s bank -- [--seed n] [--json] [--limit n] [--type t] [--fact id] [--coverage]";

type Request = { seed: number; json: boolean; coverage: boolean; limit?: number; types?: ItemType[]; factId?: FactId };

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function readWhole(name: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) fail(`--${name} takes a whole number, not "${text}". ${usage}`);
  return Number(text);
}

function readType(text: string): ItemType {
  const type = itemTypes.find((known) => known === text);
  return type ?? fail(`There is no item type "${text}". There are: ${itemTypes.join(", ")}.`);
}

function readArguments(args: string[]): Request {
  const options = {
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
    coverage: { type: "boolean", default: false },
    limit: { type: "string" },
    type: { type: "string" },
    fact: { type: "string" },
  } as const;
  try {
    const { values } = parseArgs({ args, options, strict: true, allowPositionals: false });
    return {
      seed: readWhole("seed", values.seed),
      json: values.json,
      coverage: values.coverage,
      ...(values.limit !== undefined && { limit: readWhole("limit", values.limit) }),
      ...(values.type !== undefined && { types: [readType(values.type)] }),
      ...(values.fact !== undefined && { factId: asFactId(values.fact) }),
    };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)} ${usage}`);
  }
}

function openBase(): FactBase {
  const loaded = loadContent("content");
  if (loaded.ok) return loaded.value;
  return fail(`The facts cannot be read; "npm run -s check-content" tells what to mend.`);
}

const request = readArguments(process.argv.slice(2));
const base = openBase();
if (request.factId !== undefined && !base.facts.has(request.factId)) {
  fail(`There is no fact "${request.factId}". Fact ids stand in content/entities, after "id:".`);
}
// `bank | head` closes the pipe early: that is the reader's wish, not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
if (request.coverage) printCoverage(base, request);
else for (const item of generateBank(base, request)) process.stdout.write(request.json ? toJsonLine(item) : toText(item));
