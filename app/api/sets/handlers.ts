import type { z } from "zod";
import { demandSameOrigin, readBytes, readJson } from "@/app/api/_http/body";
import { failed, parseInput, respond } from "@/app/api/_http/respond";
import { previewOwnCards, saveOwnCards } from "@/lib/data/set-own-cards";
import { decodeOwnFile, exportOwnTable, previewOwnTable, readOwnTable, saveOwnTable } from "@/lib/data/set-own-table";
import type { Viewer } from "@/lib/data/viewer";
import { ownLimits } from "@/lib/own-facts/own-limits";
import { previewCardsSchema, previewTableSchema, readTableSchema, saveCardsSchema, saveTableSchema } from "./schemas";

export type OwnEdge = { requireUser: () => Promise<Viewer>; now: () => Date };

/** In JSON a tab, a line end and a quotation mark take two bytes. */
const mostJsonBytes = 2 * ownLimits.bytes;

/** The size is looked at before the body is read, and the body before it is parsed. */
const ownPost =
  <S extends z.ZodType>(schema: S, work: (viewer: Viewer, input: z.output<S>, now: Date) => Promise<unknown>) =>
  (request: Request, { requireUser, now }: OwnEdge): Promise<Response> =>
    respond(async () => {
      demandSameOrigin(request);
      const viewer = await requireUser();
      return work(viewer, parseInput(schema, await readJson(request, mostJsonBytes)), now());
    });

export const postReadTable = ownPost(readTableSchema, readOwnTable);
export const postPreviewTable = ownPost(previewTableSchema, (viewer, { page, ...table }, now) => previewOwnTable(viewer, table, page, now));
export const postSaveTable = ownPost(saveTableSchema, saveOwnTable);
export const postPreviewCards = ownPost(previewCardsSchema, (viewer, { page, ...cards }, now) => previewOwnCards(viewer, cards, page, now));
export const postSaveCards = ownPost(saveCardsSchema, saveOwnCards);

/** A file, sent as it is: what its bytes are is found out here. */
export const postFile = (request: Request, { requireUser, now }: OwnEdge): Promise<Response> =>
  respond(async () => {
    demandSameOrigin(request);
    const viewer = await requireUser();
    return decodeOwnFile(viewer, await readBytes(request, ownLimits.bytes), now());
  });

export type TableContext = { params: Promise<{ setId: string; tableId: string }> };

/** What a file may be called everywhere. */
const fileName = (name: string) => `${name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "table"}.csv`;

/** A table as a file for a spreadsheet. */
export async function getTable(request: Request, { params }: TableContext, { requireUser }: OwnEdge): Promise<Response> {
  try {
    demandSameOrigin(request);
    const [viewer, { setId, tableId }] = [await requireUser(), await params];
    const { name, csv } = await exportOwnTable(viewer, setId, tableId);
    const disposition = `attachment; filename="table.csv"; filename*=UTF-8''${encodeURIComponent(fileName(name))}`;
    return new Response(csv, { headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": disposition, "cache-control": "private, no-store" } });
  } catch (error) {
    return failed(error);
  }
}
