import { z } from "zod";
import { demandSameOrigin } from "@/app/api/_http/body";
import { failed, parseInput } from "@/app/api/_http/respond";
import type { Edge } from "@/app/api/study/handlers";
import { exportedFacts, exportFormats, exportLog, type ExportFormat } from "@/lib/data/export-log";
import { countExport } from "@/lib/data/export-limit";

const id = z.string().min(1).max(100).optional();
const exportQuerySchema = z.object({ format: z.enum(exportFormats, { error: `must be one of ${exportFormats.join(", ")}` }), set: id, class: id });

const mediaTypes: Record<ExportFormat, string> = { csv: "text/csv; charset=utf-8", json: "application/json", jsonl: "application/jsonl; charset=utf-8" };

/** The parts as they are made, no faster than they are taken. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  }, { highWaterMark: 0 });
}

const filterOf = ({ set, class: classId }: z.output<typeof exportQuerySchema>) => (set !== undefined ? { setId: set } : classId !== undefined ? { classId } : null);

/** All answers of who asks, or those about a set or a class, as a file. */
export async function getExport(request: Request, { requireUser, clock }: Edge): Promise<Response> {
  try {
    demandSameOrigin(request);
    const viewer = await requireUser();
    const asked = parseInput(exportQuerySchema, Object.fromEntries(new URL(request.url).searchParams));
    const [{ format }, now] = [asked, clock()];
    await countExport(viewer, now);
    const factIds = await exportedFacts(viewer, filterOf(asked));
    const name = `hangtian-answers-${now.toISOString().slice(0, 10)}.${format}`;
    return new Response(streamOf(exportLog(viewer, format, factIds)), {
      headers: {
        "content-type": mediaTypes[format],
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    return failed(error);
  }
}
