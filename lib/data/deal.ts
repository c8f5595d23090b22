import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Item } from "@/lib/questions/item";
import { toStudyCard } from "@/lib/questions/present";
import type { StudyCard } from "@/lib/questions/study-card";
import type { StudyMode } from "@/lib/questions/study-request";
import type { QueueEntry } from "@/lib/scheduling/queue";
import { fitsMode } from "./askable";
import { aboutCard, loadCardFacts, type CardDay } from "./card-reason";
import { loadAsked, makeItem, turnOf } from "./next-item";
import { isStanding } from "./standing-answers";
import type { Transaction } from "./transaction";

export type Session = CardDay & { tx: Transaction; mode: StudyMode; now: Date };

type Shown = { id: string; item: Item };

export const openKeyOf = (userId: string, factId: string) => `${userId}:${factId}`;

async function present({ tx, bases, learner, now }: Session, factId: string, item: Item): Promise<Shown> {
  const row = await tx.presentation.create({
    data: {
      userId: learner.id,
      factId,
      itemId: item.id,
      item: item as unknown as Prisma.InputJsonValue,
      contentVersion: bases.of(factId).version,
      openKey: openKeyOf(learner.id, factId),
      createdAt: now,
    },
    select: { id: true },
  });
  return { id: row.id, item };
}

/** Open questions by fact, except those made from older content or of a form that the session does not ask: they stay answerable, but are not put again. */
async function findOpen({ tx, bases, learner, mode }: Session, factIds: readonly string[]): Promise<Map<string, Shown>> {
  const rows = await tx.presentation.findMany({
    where: { userId: learner.id, openKey: { in: factIds.map((factId) => openKeyOf(learner.id, factId)) } },
    select: { id: true, factId: true, contentVersion: true, item: true },
  });
  const open = rows.map(({ id, factId, contentVersion, item }) => ({ id, factId, contentVersion, item: item as unknown as Item }));
  const isFit = ({ factId, contentVersion, item }: (typeof open)[number]) => contentVersion === bases.of(factId).version && fitsMode(item.type, mode);
  const closed = open.filter((row) => !isFit(row)).map(({ id }) => id);
  if (closed.length > 0) await tx.presentation.updateMany({ where: { id: { in: closed } }, data: { openKey: null } });
  return new Map(open.filter(isFit).map((row) => [row.factId, row]));
}

/**
 * The facts of the questions in the browser that are still to be answered, in the order given. Such a question need not be the fact's open
 * one: it may be from before a change of the content, or have come over with a guest's progress.
 */
export async function findHeldFacts(tx: Transaction, userId: string, holding: readonly string[]): Promise<string[]> {
  if (holding.length === 0) return [];
  const rows = await tx.$queryRaw<{ factId: string }[]>`
    SELECT p."factId" FROM "Presentation" p
    WHERE p."userId" = ${userId}::uuid AND p."id" = ANY(${[...holding]}::uuid[]) AND NOT EXISTS (
      SELECT 1 FROM "ReviewEvent" e WHERE e."presentationId" = p."id"
        AND ${isStanding()})
    ORDER BY array_position(${[...holding]}::uuid[], p."id")`;
  return rows.map(({ factId }) => factId);
}

/** Looked at together; a few facts may have no question in them. */
const dealtAtOnce = 10;

/** Up to `count` cards for the first facts that have a question, and the facts that no form suits any more. */
export async function deal(session: Session, entries: readonly QueueEntry[], count: number): Promise<{ cards: StudyCard[]; unsuited: Set<string> }> {
  const { tx, bases, learner, mode } = session;
  const cards: StudyCard[] = [];
  const unsuited = new Set<string>();
  for (let from = 0; from < entries.length && cards.length < count; from += dealtAtOnce) {
    const next = entries.slice(from, from + Math.max(dealtAtOnce, count));
    const factIds = next.map(({ factId }) => factId);
    const [open, facts, asked] = [await findOpen(session, factIds), await loadCardFacts(tx, learner.id, factIds), await loadAsked(tx, learner.id, factIds)];
    for (const entry of next) {
      if (cards.length === count) break;
      const { factId } = entry;
      const [known, before] = [facts.get(factId)!, asked.get(factId) ?? []];
      const item = open.get(factId)?.item ?? (await makeItem(tx, session, mode, factId, known, before));
      if (!item) {
        unsuited.add(factId);
        continue;
      }
      const { id } = open.get(factId) ?? (await present(session, factId, item));
      const card = toStudyCard(bases.of(factId), item, { presentationId: id, isNew: known.state === null });
      cards.push({ ...card, ...aboutCard(session, entry, item, known, turnOf(learner.id, factId, before, known).isProbe), factId });
    }
  }
  return { cards, unsuited };
}
