import "server-only";
import { getFactBase } from "@/lib/content/fact-base";
import type { FactBase } from "@/lib/facts/fact-base";
import type { OwnContent } from "@/lib/own-facts/own-content";
import { ownFactBaseInSteps } from "@/lib/own-facts/own-fact-base";
import type { PreviewPage } from "@/lib/own-facts/preview-page";
import { previewOrder, showPreviewInSteps } from "@/lib/own-facts/show-preview";
import { hashText } from "@/lib/shared/random";
import { AppError } from "@/lib/shared/app-error";
import type { FactId } from "@/lib/shared/ids";
import { inTurns } from "./set-own-turns";

/** A fact takes 25 to 100 ms; what is previewed are the first questions, not all of a table. */
const factsPerPage = 6;

export type Previewable = { base: FactBase; order: FactId[] };

/** The base of what was read (0.4 s for 7,000 facts), by itself: the set's other tables take no part in a preview. */
export async function makePreviewable(setId: string, content: OwnContent): Promise<Previewable> {
  const made = await inTurns(ownFactBaseInSteps(getFactBase(), setId, content));
  // Whatever has mistakes is told them before.
  if (!made.ok) throw new AppError("INVALID", "These cards and tables have mistakes.");
  return { base: made.value, order: previewOrder(setId, content) };
}

/** A page of facts with their questions, from 0; the same content has the same questions. */
export async function previewPage({ base, order }: Previewable, page: number): Promise<PreviewPage> {
  const from = page * factsPerPage;
  const seed = hashText(base.version);
  const facts: PreviewPage["facts"] = [];
  for (const id of order.slice(from, from + factsPerPage)) facts.push(await inTurns(showPreviewInSteps(base, id, seed)));
  return { facts, from, total: order.length };
}
