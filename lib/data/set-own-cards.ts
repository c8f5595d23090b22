import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import type { OwnCard } from "@/lib/own-facts/own-content";
import type { PreviewPage } from "@/lib/own-facts/preview-page";
import { readCards, typeCard } from "@/lib/own-facts/read-cards";
import type { CardMistake, TypedCard } from "@/lib/own-facts/typed-card";
import type { Result } from "@/lib/shared/result";
import { findPictureSizes } from "./own-pictures";
import { contentBefore, countOwnWork, findOwnContent, saveOwnContent, type OwnSave, type OwnTarget, type SavedSet } from "./set-own-content";
import { makePreviewable, previewPage } from "./set-own-preview";
import type { Viewer } from "./viewer";

/** What was asked for, or every mistake in the cards. */
export type OrCardMistakes<T> = Result<T, CardMistake[]>;

async function withCards<T>(viewer: Viewer, { setId, cards }: { setId: string; cards: readonly TypedCard[] }, now: Date, work: (cards: OwnCard[]) => Promise<T>): Promise<OrCardMistakes<T>> {
  await countOwnWork(viewer, now);
  const read = readCards(getFactBase(), cards, await findPictureSizes(viewer, setId, cards.map(({ pictureId }) => pictureId)));
  return read.ok ? { ok: true, value: await work(read.value) } : read;
}

/** Some of the questions that these cards make; nothing is kept. */
export async function previewOwnCards(viewer: Viewer, { setId, revision, cards }: OwnTarget & { cards: readonly TypedCard[] }, page: number, now: Date): Promise<OrCardMistakes<PreviewPage>> {
  await contentBefore(viewer, { setId, revision });
  return withCards(viewer, { setId, cards }, now, async (read) => previewPage(await makePreviewable(setId, { cards: read, tables: [] }), page));
}

/** Keeps the cards with their set in the place of those that it had, all of them or nothing; its tables stay. */
export async function saveOwnCards(viewer: Viewer, { cards, ...target }: OwnSave & { cards: readonly TypedCard[] }, now: Date): Promise<OrCardMistakes<SavedSet>> {
  const { content } = await contentBefore(viewer, target);
  return withCards(viewer, { setId: target.setId, cards }, now, (read) => saveOwnContent(viewer, target, { cards: read, tables: content.tables }, now));
}

export type EditedCards = { setId: string; name: string; revision: number; cards: TypedCard[]; tables: { id: string; name: string; rows: number; columns: number }[] };

/** The viewer's own cards as they are kept, for the form, and what tables stand beside them. */
export async function findOwnCards(viewer: Viewer, setId: string): Promise<EditedCards> {
  const { id, name, revision, content } = await findOwnContent(viewer, setId);
  const tables = content.tables.map((table) => ({ id: table.id, name: table.name, rows: table.rows.length, columns: table.columns.length }));
  return { setId: id, name, revision, cards: content.cards.map(typeCard), tables };
}
