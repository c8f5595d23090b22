import "server-only";
import { randomInt } from "node:crypto";
import { getFactBase } from "@/lib/content/fact-base";
import type { FactBase } from "@/lib/facts/fact-base";
import { explainChosen } from "@/lib/grading/explain-chosen";
import type { Feedback } from "@/lib/grading/feedback";
import { gradeResponse } from "@/lib/grading/grade-response";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { answerOf } from "@/lib/questions/present";
import { seededRandom, shuffled } from "@/lib/shared/random";
import { AppError } from "@/lib/shared/app-error";
import { orderNewFacts } from "./new-facts";

/** A question for whoever comes by. It is a function of its seed, so nothing has to be stored to grade it. */
export type SampleQuestion = { seed: number; stem: string; options: string[] };

export const sampleSeeds = 10_000;

/** Samples are drawn from the facts that everybody would begin with. */
const drawnFrom = 120;

function makeSample(base: FactBase, seed: number): Item {
  const wellKnown = orderNewFacts(base, "sample").slice(0, drawnFrom);
  for (const fact of shuffled(seededRandom(seed), wellKnown)) {
    const { items } = generateItemsForFact(base, fact.id, { seed, types: ["multiple-choice"] });
    if (items[0]) return items[0];
  }
  throw new AppError("NOT_FOUND", "There is no question to try.");
}

/** Another question each time. */
export async function sampleQuestion(): Promise<SampleQuestion> {
  const seed = randomInt(sampleSeeds);
  const { stem, options } = makeSample(await getFactBase(), seed);
  return { seed, stem, options: options.map((option) => option.text) };
}

/** Grades an answer to a sample; nothing is written, so there is nothing to come back to. */
export async function answerSample({ seed, option }: { seed: number; option: number }): Promise<Feedback> {
  const base = await getFactBase();
  const item = makeSample(base, seed);
  const graded = gradeResponse(base, item, { kind: "choice", option });
  if (!graded.ok) throw new AppError("INVALID", "This answer does not fit the question.");
  const { verdict, score, note } = graded.value;
  return {
    verdict,
    score,
    note,
    isRight: score === 1,
    answer: answerOf(base, item),
    about: explainChosen(base, item, { kind: "choice", option }),
    ...(Array.isArray(item.key) && { key: item.key }),
    dueInDays: 0,
  };
}
