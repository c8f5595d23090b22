import { parseArgs } from "node:util";
import { itemTypes, type ItemType } from "@/lib/questions/item";
import { asFactId, type FactId } from "@/lib/shared/ids";
import { err, ok, type Result } from "@/lib/shared/result";

const usage = "Usage: npm run -s bank -- [--seed n] [--json] [--limit n] [--type t] [--fact id] [--coverage] [--claims] [--lint [--seeds n]]";

export type BankRequest = { seed: number; json: boolean; coverage: boolean; claims: boolean; lint: boolean; seeds: number; limit?: number; types?: ItemType[]; factId?: FactId };

const options = {
  seed: { type: "string", default: "1" },
  json: { type: "boolean", default: false },
  coverage: { type: "boolean", default: false },
  claims: { type: "boolean", default: false },
  lint: { type: "boolean", default: false },
  seeds: { type: "string", default: "1" },
  limit: { type: "string" },
  type: { type: "string" },
  fact: { type: "string" },
} as const;

const parse = (args: string[]) => parseArgs({ args, options, strict: true, allowPositionals: false }).values;

/** A mistake in the arguments, in words. */
class ArgumentError extends Error {}

function readWhole(name: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new ArgumentError(`--${name} takes a whole number, not "${text}". ${usage}`);
  return Number(text);
}

const mostSeeds = 100;

function readSeeds(text: string): number {
  const seeds = readWhole("seeds", text);
  if (seeds < 1 || seeds > mostSeeds) throw new ArgumentError(`--seeds takes a number from 1 to ${mostSeeds}, not "${text}". ${usage}`);
  return seeds;
}

function readType(text: string): ItemType {
  const type = itemTypes.find((known) => known === text);
  if (!type) throw new ArgumentError(`There is no item type "${text}". There are: ${itemTypes.join(", ")}.`);
  return type;
}

/** What the command line asks for, or a sentence about what is wrong with it. */
export function readBankArguments(args: string[]): Result<BankRequest, string> {
  try {
    const { seed, json, coverage, claims, lint, seeds, limit, type, fact } = parse(args);
    return ok({
      seed: readWhole("seed", seed),
      json,
      coverage,
      claims,
      lint,
      seeds: readSeeds(seeds),
      ...(limit !== undefined && { limit: readWhole("limit", limit) }),
      ...(type !== undefined && { types: [readType(type)] }),
      ...(fact !== undefined && { factId: asFactId(fact) }),
    });
  } catch (error) {
    if (error instanceof ArgumentError) return err(error.message);
    if (error instanceof TypeError && "code" in error) return err(`${error.message.split("\n")[0]!.replace(/\.?$/, ".")} ${usage}`);
    throw error;
  }
}
