import { Readable } from "node:stream";
import { demandSameOrigin } from "@/app/api/_http/body";
import { failed } from "@/app/api/_http/respond";
import type { Edge } from "@/app/api/study/handlers";
import { countExport } from "@/lib/data/export-limit";
import { exportOwnData, ownPictureFiles } from "@/lib/data/own-data";

/** The data, and after it each picture as an address that a browser opens. */
async function* asJson(data: object, pictures: AsyncIterable<{ id: string; bytes: Uint8Array }>): AsyncGenerator<Uint8Array> {
  const utf8 = new TextEncoder();
  yield utf8.encode(`${JSON.stringify(data, null, 2).slice(0, -"\n}".length)},\n  "pictureFiles": {`);
  let separator = "\n";
  for await (const { id, bytes } of pictures) {
    yield utf8.encode(`${separator}    "${id}": "data:image/webp;base64,${Buffer.from(bytes).toString("base64")}"`);
    separator = ",\n";
  }
  yield utf8.encode("}\n}");
}

/** Everything of who asks but the answers, as a file. */
export async function getOwnData(request: Request, { requireUser, clock }: Edge): Promise<Response> {
  try {
    demandSameOrigin(request);
    const [viewer, now] = [await requireUser(), clock()];
    await countExport(viewer, now);
    const data = await exportOwnData(viewer, now);
    const text = asJson(data, ownPictureFiles(viewer, data.pictures.map(({ id }) => id)));
    return new Response(Readable.toWeb(Readable.from(text)) as ReadableStream<Uint8Array>, {
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
