import { afterEach } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { env } from "@/lib/env";
import { createFactBase, type FactBase } from "@/lib/facts/fact-base";
import type { Content } from "@/lib/facts/model";

const kept = globalThis as { hangtianFacts?: Map<string, FactBase> };

/** For the rest of a test the app has another version of the content: the real one with a change. Gives the changed base. */
export function useChangedContent(): (change: (content: Content) => Content) => FactBase {
  const real = getFactBase();
  afterEach(() => void kept.hangtianFacts!.set(env.contentDir, real));
  return (change) => {
    const changed = createFactBase(change(real.content), `${real.version}-changed`);
    kept.hangtianFacts!.set(env.contentDir, changed);
    return changed;
  };
}
