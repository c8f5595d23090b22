import "server-only";
import { getDatabase } from "@/lib/db/database";
import type { Response } from "@/lib/grading/grade";
import { responseWords } from "@/lib/grading/response-words";
import type { Item, ItemType } from "@/lib/questions/item";
import { keyTextOf } from "@/lib/questions/present";
import type { Viewer } from "./viewer";
import { withheldEvents } from "./withheld-answers";

/** An answer as it was given: to what question, and in what words. */
export type GivenLine = {
  id: string;
  atMs: number;
  timeZone: string;
  form: ItemType;
  question: string;
  /** What a true/false question claimed. */
  claim: string | null;
  /** Null for a flashcard, which is rated only. */
  given: string | null;
  /** What was right. */
  key: string;
  rating: number;
  outcome: "right" | "nearly" | "wrong";
  isTakenBack: boolean;
};

type Row = { id: string; response: unknown; verdict: string; score: number; rating: number; answeredAt: Date; timeZone: string; presentationId: string; presentation: { item: unknown } };

/** As the session told it: an answer that is partly right is neither right nor wrong. */
function outcomeOf({ verdict, rating, score }: Row): GivenLine["outcome"] {
  if (verdict === "partial") return "nearly";
  return rating > 1 ? "right" : score > 0 ? "nearly" : "wrong";
}

function toLine(row: Row, isTakenBack: boolean): GivenLine {
  const item = row.presentation.item as Item;
  return {
    id: row.id,
    atMs: row.answeredAt.getTime(),
    timeZone: row.timeZone,
    form: item.type,
    question: item.stem,
    claim: item.claim && !item.stem.includes(item.claim.text) ? item.claim.text : null,
    given: responseWords(item, row.response as Response),
    key: keyTextOf(item),
    rating: row.rating,
    outcome: outcomeOf(row),
    isTakenBack,
  };
}

/** The viewer's latest answers to a fact, by any of its ids, the latest first, with those that were taken back and without those that must not be told yet; `count` is of all of them. */
export async function readGivenAnswers({ userId }: Viewer, factIds: readonly string[], most: number): Promise<{ lines: GivenLine[]; count: number }> {
  const database = await getDatabase();
  const withheld = await database.$queryRaw<{ eventId: string }[]>(withheldEvents(userId));
  const where = { userId, factId: { in: [...factIds] }, id: { notIn: withheld.map(({ eventId }) => eventId) } };
  const rows = await database.reviewEvent.findMany({ where, include: { presentation: { select: { item: true } } }, orderBy: [{ answeredAt: "desc" }, { id: "desc" }], take: most });
  const undone = await database.undoEvent.findMany({ where: { userId, presentationId: { in: rows.map(({ presentationId }) => presentationId) } }, select: { undoes: true, presentationId: true } });
  const takenBack = new Set(undone.map(({ undoes, presentationId }) => `${undoes} ${presentationId}`));
  const count = rows.length < most ? rows.length : await database.reviewEvent.count({ where });
  return { lines: rows.map((row) => toLine(row, takenBack.has(`${row.id} ${row.presentationId}`))), count };
}
