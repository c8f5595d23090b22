import "server-only";
import { env } from "@/lib/env";
import type { FactBase } from "@/lib/facts/fact-base";
import { formatFault } from "./content-fault";
import { loadContent } from "./load-content";

/** Kept outside the module, so that a reload in development does not read everything again. */
const kept = globalThis as { hangtianFacts?: Map<string, FactBase> };

/** The facts, read and checked on first use; throws with every fault, its file, line and mend, if the content is broken. */
export function getFactBase(directory: string = env.contentDir): FactBase {
  const bases = (kept.hangtianFacts ??= new Map());
  const known = bases.get(directory);
  if (known) return known;
  const loaded = loadContent(directory);
  if (!loaded.ok) throw new Error(`The content is broken.\n${loaded.error.map(formatFault).join("\n")}`);
  bases.set(directory, loaded.value);
  return loaded.value;
}
