"use server";

import { z } from "zod";
import { publicAction } from "@/lib/actions";
import { answerSample, sampleQuestion, sampleSeeds } from "@/lib/data/sample-question";

const sampleAnswerSchema = z.object({
  seed: z.int().min(0).max(sampleSeeds - 1),
  option: z.int().min(0).max(9),
});

const answer = publicAction(sampleAnswerSchema, (given) => answerSample(given));
const another = publicAction(z.undefined(), () => sampleQuestion());

export async function answerSampleAction(given: z.input<typeof sampleAnswerSchema>) {
  return answer(given);
}

export async function anotherSampleAction() {
  return another(undefined);
}
