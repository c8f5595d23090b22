import { expect, it } from "vitest";
import { getFactBase } from "@/lib/content/fact-base";
import { warmStudy } from "@/lib/data/warm-up";
import { nameIndexOf } from "@/lib/grading/names";

it("warms up once, and lets others work in between", async () => {
  getFactBase();
  let turns = 0;
  let isWarm = false;
  const takeTurns = () => {
    if (isWarm) return;
    turns++;
    setImmediate(takeTurns);
  };
  setImmediate(takeTurns);
  const warming = warmStudy();
  expect(warmStudy()).toBe(warming);
  await warming;
  isWarm = true;
  expect(turns).toBeGreaterThan(10);
  expect(nameIndexOf(getFactBase()).ofEntity.size).toBe(getFactBase().entities.size);
});
