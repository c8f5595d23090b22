import type { BrowserContext, Response } from "@playwright/test";

/** Something that a browser was sent; `text` is empty where it has no body, as with a redirect. */
export type Heard = { path: string; status: number; headers: string; text: string };

async function hear(response: Response): Promise<Heard> {
  const { pathname, search } = new URL(response.url());
  const headers = JSON.stringify(await response.allHeaders());
  // A page that is left takes with it what it had not read yet.
  const text = await response.text().catch(() => "");
  return { path: `${pathname}${search}`, status: response.status(), headers, text };
}

/** Everything that a browser is sent from now on, in the order it came: pages, streams of pages, data, scripts, and their headers. */
export function listen(context: BrowserContext): () => Promise<Heard[]> {
  const heard: Promise<Heard>[] = [];
  context.on("response", (response) => heard.push(hear(response)));
  return () => Promise.all(heard);
}

const entities: Record<string, string> = { "&#x27;": "'", "&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** As it is read, whether it came as a page, as a string within a string, or as data. */
export const asRead = (text: string): string =>
  text
    .replaceAll("<!-- -->", "")
    .replace(/&(#x27|quot|lt|gt|amp);/g, (entity) => entities[entity]!)
    .replace(/\\+u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\+"/g, '"')
    .replace(/[\s\u00a0\u202f\u2060]+/g, " ");

/** The stream of a page from which React makes it, also where it is sent within the page. */
function streamOf(text: string): string {
  const parts = [...text.matchAll(/self\.__next_f\.push\((\[1,.*?\])\)<\/script>/gs)];
  return parts.length === 0 ? text : parts.map(([, part]) => (JSON.parse(part!) as [number, string])[1]).join("");
}

/** What a component on a page was given under this name, wherever it stands in the stream; none where it was not given as a whole. */
export function givenAs(name: string, text: string): unknown[] {
  const stream = streamOf(text);
  return [...stream.matchAll(new RegExp(`"${name}":\\{`, "g"))].map(({ index }) => parseObject(stream, index + name.length + 3));
}

/** The object that begins there; its end is the first place where it can be read. */
function parseObject(text: string, from: number): unknown {
  for (let end = text.indexOf("}", from); end !== -1; end = text.indexOf("}", end + 1)) {
    try {
      return JSON.parse(text.slice(from, end + 1));
    } catch {
      continue;
    }
  }
  throw new Error("No object begins here.");
}
