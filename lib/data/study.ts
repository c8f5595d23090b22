import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import type { Prisma, User } from "@/lib/db/generated/client";
import type { FactBase } from "@/lib/facts/fact-base";
import { chooseItem } from "@/lib/questions/choose-form";
import { forms } from "@/lib/questions/forms/registry";
import { generateItemsForFact } from "@/lib/questions/generate";
import type { Item } from "@/lib/questions/item";
import { toStudyCard } from "@/lib/questions/present";
import type { StudyCard } from "@/lib/questions/study-card";
import type { Rating } from "@/lib/scheduling/engine";
import { previewIntervals } from "@/lib/scheduling/fold";
import { isTimeZone, type LearnerDay } from "@/lib/scheduling/learner-day";
import type { QueueEntry } from "@/lib/scheduling/queue";
import { AppError } from "@/lib/shared/app-error";
import { asFactId } from "@/lib/shared/ids";
import { hashText, seededRandom } from "@/lib/shared/random";
import { foldRuleOf, toFactMemory } from "./review-log";
import { planStudy } from "./study-plan";
import { inTransaction, lockUser, type Transaction } from "./transaction";
import type { Viewer } from "./viewer";

/** The next cards, and how much is left now: the cards handed out and not answered yet are counted too. */
export type StudyBatch = { cards: StudyCard[]; remaining: { due: number; new: number } };

export type OpenCardsInput = {
  count: number;
  /** Presentations the browser has already; they are not handed out again. */
  holding: readonly string[];
  /** Where the browser says it is; the zone of the last answer if it does not. */
  timeZone?: string;
  now: Date;
};

type Session = { tx: Transaction; base: FactBase; user: User; today: LearnerDay };

type Shown = { id: string; item: Item };

const toItem = (json: Prisma.JsonValue) => json as unknown as Item;

export const openKeyOf = (userId: string, factId: string) => `${userId}:${factId}`;

type Past = { stabilityDays: number; previous: { id: string; item: Item } | undefined };

/** How well a begun fact is remembered, and the question it was last answered to. */
async function loadPast({ tx, user }: Session, factId: string): Promise<Past | null> {
  const state = await tx.memoryState.findUnique({ where: { userId_factId: { userId: user.id, factId } }, select: { stabilityDays: true } });
  const answered = await tx.reviewEvent.findFirst({
    where: { userId: user.id, factId },
    orderBy: { answeredAt: "desc" },
    select: { presentation: { select: { id: true, item: true } } },
  });
  const previous = answered && { id: answered.presentation.id, item: toItem(answered.presentation.item) };
  return state && { stabilityDays: state.stabilityDays, previous: previous ?? undefined };
}

/** The item for a fact's next showing: another one after each answer, and the same one again if this transaction has to be repeated. */
async function makeItem(session: Session, { factId, why }: QueueEntry): Promise<Item | undefined> {
  const { base, user } = session;
  const past = why === "new" ? null : await loadPast(session, factId);
  const seed = hashText(`${user.id}:${factId}:${past?.previous?.id ?? ""}`);
  const canonicalId = base.facts.get(asFactId(factId))?.id ?? asFactId(factId);
  return chooseItem(forms, (form) => generateItemsForFact(base, canonicalId, { seed, forms: [form] }).items, {
    stabilityDays: past?.stabilityDays ?? null,
    previous: past?.previous?.item,
    random: seededRandom(seed),
  });
}

async function present(session: Session, entry: QueueEntry, now: Date): Promise<Shown | undefined> {
  const { tx, base, user } = session;
  const { factId } = entry;
  const item = await makeItem(session, entry);
  if (!item) return undefined;
  const row = await tx.presentation.create({
    data: {
      userId: user.id,
      factId,
      itemId: item.id,
      item: item as unknown as Prisma.InputJsonValue,
      contentVersion: base.version,
      openKey: openKeyOf(user.id, factId),
      createdAt: now,
    },
    select: { id: true },
  });
  return { id: row.id, item };
}

/** Open questions by fact, except those made from older content: they stay answerable, but are not put again. */
async function findOpen({ tx, base, user }: Session, entries: readonly QueueEntry[]): Promise<Map<string, Shown>> {
  const open = await tx.presentation.findMany({
    where: { userId: user.id, openKey: { in: entries.map(({ factId }) => openKeyOf(user.id, factId)) } },
    select: { id: true, factId: true, contentVersion: true, item: true },
  });
  const outdated = open.filter((row) => row.contentVersion !== base.version).map((row) => row.id);
  if (outdated.length > 0) await tx.presentation.updateMany({ where: { id: { in: outdated } }, data: { openKey: null } });
  return new Map(open.filter((row) => row.contentVersion === base.version).map((row) => [row.factId, { id: row.id, item: toItem(row.item) }]));
}

/**
 * The facts of the questions in the browser that are still to be answered. Such a question need not be the fact's open one: it may be
 * from before a change of the content, or have come over with a guest's progress.
 */
async function findHeldFacts({ tx, user }: Session, holding: readonly string[]): Promise<Set<string>> {
  if (holding.length === 0) return new Set();
  const rows = await tx.presentation.findMany({ where: { id: { in: [...holding] }, userId: user.id, review: null }, select: { factId: true } });
  return new Set(rows.map((row) => row.factId));
}

async function previewOf({ tx, user, today }: Session, factId: string): Promise<Record<Rating, number>> {
  const row = await tx.memoryState.findUnique({ where: { userId_factId: { userId: user.id, factId } } });
  return previewIntervals(row && toFactMemory(row), today, foldRuleOf(user));
}

async function toCard(session: Session, { id, item }: Shown, { factId, why }: QueueEntry): Promise<StudyCard> {
  const card = { ...toStudyCard(session.base, item, { presentationId: id, isNew: why === "new" }), factId };
  return card.form === "flashcard" ? { ...card, intervals: await previewOf(session, factId) } : card;
}

/** More than a browser ever asks for; a learner may have thousands of facts due. */
const lookedAtOnce = 40;

/** The cards, and the entries that no form suits any more. */
async function deal(session: Session, entries: readonly QueueEntry[], { count, holding, now }: OpenCardsInput) {
  const held = await findHeldFacts(session, holding);
  const waiting = entries.filter((entry) => !held.has(entry.factId));
  const cards: StudyCard[] = [];
  const unsuited = new Set<QueueEntry>();
  for (let from = 0; from < waiting.length && cards.length < count; from += lookedAtOnce) {
    const next = waiting.slice(from, from + lookedAtOnce);
    const open = await findOpen(session, next);
    for (const entry of next) {
      if (cards.length === count) break;
      const shown = open.get(entry.factId) ?? (await present(session, entry, now));
      if (shown) cards.push(await toCard(session, shown, entry));
      else unsuited.add(entry);
    }
  }
  return { cards, unsuited };
}

/** Hands out the next cards: open ones again, so that a reload or a second tab gets the same questions, else new ones by the plan. */
export async function openCards(viewer: Viewer, input: OpenCardsInput): Promise<StudyBatch> {
  const base = await getFactBase();
  return inTransaction(async (tx) => {
    await lockUser(tx, viewer.userId);
    const user = await tx.user.findUnique({ where: { id: viewer.userId } });
    if (!user) throw new AppError("UNAUTHENTICATED", "Please sign in again.");
    const timeZone = input.timeZone && isTimeZone(input.timeZone) ? input.timeZone : user.timeZone;
    const { entries, today } = await planStudy(tx, base, { ...user, timeZone }, input.now);
    const { cards, unsuited } = await deal({ tx, base, user, today }, entries, input);
    const left = entries.filter((entry) => !unsuited.has(entry));
    const fresh = left.filter((entry) => entry.why === "new").length;
    return { cards, remaining: { due: left.length - fresh, new: fresh } };
  });
}
