import { randomUUID } from "node:crypto";
import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import type { Memory, Rating } from "@/lib/scheduling/engine";
import { createFsrsEngine } from "@/lib/scheduling/fsrs";
import { learnerDayOf } from "@/lib/scheduling/learner-day";
import { seededRandom, type Random } from "@/lib/shared/random";
import { daysLater, morning } from "./factories";

type Review = { day: number; rating: Rating };

/** Up to eight reviews of one fact by a learner whose memory is FSRS-6 with these weights, at about the times that the published ones plan. */
function reviewsOfFact(truth: readonly number[], begunOn: number, random: Random): Review[] {
  const [real, planner] = [createFsrsEngine(truth), createFsrsEngine()];
  let [memory, plan]: [Memory | null, Memory | null] = [null, null];
  const reviews: Review[] = [];
  for (let day = begunOn; reviews.length < 8; ) {
    const elapsedDays: number = day - (reviews.at(-1)?.day ?? day);
    const rating: Rating = random() < (memory ? real.retrievability(memory, elapsedDays) : 0.4) ? 3 : 1;
    [memory, plan] = [real.next(memory, elapsedDays, rating), planner.next(plan, elapsedDays, rating)];
    reviews.push({ day, rating });
    day += Math.max(1, Math.round(planner.intervalDays(plan, 0.9) * (0.6 + random())));
  }
  return reviews;
}

/** Writes the log of a learner of UTC who has reviewed flashcards for years before `morning` and has at least so many items to train on. */
export async function seedLog(database: PrismaClient, userId: string, truth: readonly number[], items: number, seed = 1): Promise<void> {
  const random = seededRandom(seed);
  const firstMorning = daysLater(-6 * 365);
  const presentations: Prisma.PresentationCreateManyInput[] = [];
  const events: Prisma.ReviewEventCreateManyInput[] = [];
  while (events.length - presentations.length < items) {
    const factId = `seeded.fact-${presentations.length}`;
    const presentationId = randomUUID();
    presentations.push({ id: presentationId, userId, factId, itemId: factId, item: {}, contentVersion: "seeded", createdAt: firstMorning });
    for (const { day, rating } of reviewsOfFact(truth, Math.floor(presentations.length / 10), random)) {
      const answeredAt = new Date(daysLater(day, firstMorning).getTime() + presentations.length * 1000);
      if (answeredAt >= morning) break;
      const learnerDay = learnerDayOf(answeredAt.getTime(), { timeZone: "UTC", dayStartHour: 4 });
      events.push({
        id: randomUUID(), userId, presentationId, factId, form: "flashcard", response: { kind: "rating", rating },
        verdict: rating > 1 ? "exact" : "wrong", score: rating > 1 ? 1 : 0, rating, elapsedMs: 4000, answeredAt, timeZone: "UTC", learnerDay,
      });
    }
  }
  await database.presentation.createMany({ data: presentations });
  await database.reviewEvent.createMany({ data: events });
  // No state has been folded from it yet.
  await database.user.update({ where: { id: userId }, data: { memoryModel: 0 } });
}
