import { randomUUID } from "node:crypto";
import { answerCard, type GivenAnswer } from "@/lib/data/answers";
import { suspendFact } from "@/lib/data/fact-choices";
import { openCards } from "@/lib/data/study";
import { undoAnswer } from "@/lib/data/undos";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { StudyCard } from "@/lib/questions/study-card";
import type { Random } from "@/lib/shared/random";
import { daysLater, itemOf, rightResponse, wrongResponse } from "./factories";

/** A card as it came to the browser. */
export type Dealt = { day: string; card: StudyCard; at: Date };

/** An answer that was sent as soon as it was given, with what had been promised and what was told of it. */
export type Told = { card: StudyCard; rating: number; dueInDays: number };

type Waiting = { given: GivenAnswer; givenAt: Date };
type Tab = { cards: StudyCard[]; isOffline: boolean };

const minuteMs = 60_000;
const dayMs = 86_400_000;
const timeZone = "UTC";

/** Somebody who studies in a browser: one or two tabs, three cards ahead, now and then offline, who takes answers back and puts facts aside. */
export function createStudent(database: PrismaClient, userId: string, random: Random) {
  const viewer = { userId };
  const dealt: Dealt[] = [];
  const told: Told[] = [];
  const doneDays = new Set<string>();
  const memories = new Map<string, { halfLifeDays: number; at: Date }>();
  let outbox: Waiting[] = [];
  let clock = daysLater(0);
  const later = (ms: number) => (clock = new Date(clock.getTime() + ms));
  const chance = (share: number) => random() < share;
  const today = () => clock.toISOString().slice(0, 10);

  async function flush(): Promise<void> {
    for (const { given, givenAt } of outbox) await answerCard(viewer, { ...given, ageMs: later(200).getTime() - givenAt.getTime() }, clock);
    outbox = [];
  }

  async function fetchAhead(tab: Tab): Promise<void> {
    if (tab.isOffline || tab.cards.length > 2) return;
    const holding = [...tab.cards.map(({ presentationId }) => presentationId), ...outbox.map(({ given }) => given.presentationId)];
    const { cards } = await openCards(viewer, { count: 3, holding, timeZone, now: later(100) });
    dealt.push(...cards.map((card) => ({ day: today(), card, at: clock })));
    tab.cards.push(...cards);
  }

  /** Right or wrong as the fact is remembered, which the app cannot see; options help. */
  async function respond({ presentationId, factId, options }: StudyCard, elapsedMs: number): Promise<GivenAnswer> {
    const item = await itemOf(database, presentationId);
    const { halfLifeDays, at } = memories.get(factId) ?? { halfLifeDays: 0.7, at: daysLater(-1) };
    const days = (clock.getTime() - at.getTime()) / dayMs;
    const recall = 0.97 * 2 ** (-days / halfLifeDays);
    const isRight = chance(options.length > 0 ? recall + (1 - recall) / options.length : recall);
    memories.set(factId, { halfLifeDays: days < 0.5 ? halfLifeDays : isRight ? 4 + 2.2 * halfLifeDays : 1 + 0.4 * halfLifeDays, at: clock });
    const response = !isRight ? wrongResponse(item) : item.type === "flashcard" ? ({ kind: "rating", rating: chance(0.2) ? 2 : chance(0.1) ? 4 : 3 } as const) : rightResponse(item);
    return { eventId: randomUUID(), presentationId, response, elapsedMs, timeZone };
  }

  async function takeBack(card: StudyCard, undoes: string): Promise<void> {
    await undoAnswer(viewer, { eventId: randomUUID(), presentationId: card.presentationId, undoes }, later(1000));
    if (chance(0.7)) await answerCard(viewer, await respond(card, 3000), later(3000));
  }

  async function answer(tab: Tab, card: StudyCard): Promise<void> {
    const given = await respond(card, 2000 + Math.floor(random() * 9000));
    later(given.elapsedMs);
    if (tab.isOffline) return void outbox.push({ given, givenAt: clock });
    const feedback = await answerCard(viewer, given, clock);
    const event = await database.reviewEvent.findUnique({ where: { id: given.eventId } });
    if (!event) return;
    told.push({ card, rating: event.rating, dueInDays: feedback.dueInDays });
    if (chance(0.04)) await takeBack(card, given.eventId);
  }

  async function oneCard(tabs: readonly Tab[]): Promise<boolean> {
    const tab = tabs.find(({ isOffline }) => isOffline) ?? tabs[chance(0.3) ? tabs.length - 1 : 0]!;
    await fetchAhead(tab);
    const card = tab.cards.shift();
    if (!card) return tab.isOffline ? reconnect(tab) : tabs.some(({ cards }) => cards.length > 0);
    await answer(tab, card);
    if (chance(0.02)) tab.isOffline = true;
    return true;
  }

  async function reconnect(tab: Tab): Promise<boolean> {
    tab.isOffline = false;
    await flush();
    return true;
  }

  return {
    dealt,
    told,
    /** Days on which no card was left, and no answer on its way. */
    doneDays,
    /** Comes back on a day; what has waited since the last one is sent first. */
    async comeBack(day: number): Promise<void> {
      clock = new Date(daysLater(day).getTime() + Math.floor(random() * 600) * minuteMs);
      await flush();
    },
    /** Puts the next fact aside for good. */
    async suspendNext(): Promise<void> {
      const tab: Tab = { cards: [], isOffline: false };
      await fetchAhead(tab);
      if (tab.cards[0]) await suspendFact(viewer, tab.cards[0].factId, later(500));
    },
    /** A session until nothing is left; or until the connection is lost with three cards at hand, whose answers then wait for another day. */
    async study(isCutOff: boolean): Promise<void> {
      const tabs: Tab[] = Array.from({ length: chance(0.25) ? 2 : 1 }, () => ({ cards: [], isOffline: false }));
      if (isCutOff) {
        const [tab] = tabs;
        await fetchAhead(tab!);
        tab!.isOffline = true;
        for (const card of tab!.cards) await answer(tab!, card);
        return;
      }
      while (await oneCard(tabs));
      if ((await openCards(viewer, { count: 1, holding: [], timeZone, now: later(100) })).cards.length === 0) doneDays.add(today());
    },
  };
}
