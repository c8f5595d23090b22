import { demandSameOrigin } from "@/app/api/_http/body";
import { failed } from "@/app/api/_http/respond";
import type { Edge } from "@/app/api/study/handlers";
import { countExport } from "@/lib/data/export-limit";
import { exportOwnData } from "@/lib/data/own-data";

/** Everything of who asks but the answers, as a file. */
export async function getOwnData(request: Request, { requireUser, clock }: Edge): Promise<Response> {
  try {
    demandSameOrigin(request);
    const [viewer, now] = [await requireUser(), clock()];
    await countExport(viewer, now);
    return new Response(JSON.stringify(await exportOwnData(viewer, now), null, 2), {
      headers: {
        "content-type": "application/json",
        "content-disposition": `attachment; filename="hangtian-account-${now.toISOString().slice(0, 10)}.json"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    return failed(error);
  }
}
