import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { mapPlanOf, warmMapPlan } from "@/lib/data/map-plan";
import { warmStudy } from "@/lib/data/warm-up";
import { createFactBase, type FactBase } from "@/lib/facts/fact-base";
import { nameIndexOf } from "@/lib/grading/names";

/** How often others had their turn while something was done. */
async function turnsDuring(work: Promise<void>): Promise<number> {
  let [turns, isDone] = [0, false];
  const takeTurns = () => {
    if (isDone) return;
    turns++;
    setImmediate(takeTurns);
  };
  setImmediate(takeTurns);
  await work;
  isDone = true;
  return turns;
}

it("warms up once, and lets others work in between", async () => {
  getFactBase();
  const warming = warmStudy();
  expect(warmStudy()).toBe(warming);
  expect(await turnsDuring(warming)).toBeGreaterThan(10);
  expect(nameIndexOf(getFactBase()).ofEntity.size).toBe(getFactBase().entities.size);
});

it("draws the same map step by step as at once, even where somebody asks for it meanwhile", async () => {
  const [warm, cold, asked] = [1, 2, 3].map(() => createFactBase(getFactBase().content, "test")) as [FactBase, FactBase, FactBase];
  expect(await turnsDuring(warmMapPlan(warm))).toBeGreaterThan(200);
  expect(mapPlanOf(warm)).toEqual(mapPlanOf(cold));
  const warming = warmMapPlan(asked);
  const plan = mapPlanOf(asked);
  expect(plan).toEqual(mapPlanOf(cold));
  await warming;
  expect(mapPlanOf(asked)).toBe(plan);
});
