import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { getFactBase } from "@/lib/content/fact-base";
import { gradeName } from "@/lib/grading/grade-name";
import { generateItemsForFact } from "@/lib/questions/generate";
import { warmMapPlan } from "./map-plan";
import { orderNewFacts } from "./new-facts";

/** Enough facts to have met the common kinds of question, whose indexes are built when first needed. */
const factsTried = 20;

async function warmUp(): Promise<void> {
  const base = getFactBase();
  await nextTurn();
  const order = orderNewFacts(base, "warm-up");
  for (const fact of order.slice(0, factsTried)) {
    await nextTurn();
    generateItemsForFact(base, fact.id, { seed: 1 });
  }
  await nextTurn();
  const [entity] = base.entities.keys();
  if (entity) gradeName(base, entity, "天");
  await warmMapPlan(base);
}

let warming: Promise<void> | undefined;

/**
 * Builds, once, what the first cards, answers and views of the progress would wait for: the order of new facts, the indexes of the questions, all
 * names in all spellings, and the plan of the map. In steps, so that requests in between are served. The indexes belong to the bundle that asks: Next gives
 * instrumentation.ts modules of its own, so warming there would not help the routes.
 */
export function warmStudy(): Promise<void> {
  warming ??= warmUp();
  return warming;
}
