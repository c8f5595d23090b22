import "server-only";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from "yaml";
import type { ContentFault, UnplacedFault } from "./content-fault";
import type { ContentFile } from "./content-files";

type Parsed = { document: Document; lines: LineCounter };

/** The slow parser that knows where things stand; used only once something is wrong. */
function parseWithLines(text: string): Parsed {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, uniqueKeys: true }), lines };
}

/** Syntax faults as the parser with lines explains them; it may be more lenient, and then the given one stands. */
export function syntaxFaults(file: ContentFile, otherwise: ContentFault): ContentFault[] {
  const { document } = parseWithLines(file.text);
  if (document.errors.length === 0) return [otherwise];
  return document.errors.map((error) => ({
    ...otherwise,
    line: error.linePos?.[0].line ?? otherwise.line,
    problem: `This is not YAML: ${error.message.split(" at line ")[0]!.replace(/\.?$/, ".")}`,
  }));
}

/** The offset at which the deepest part of the path that exists begins: the key of a pair, or the item of a list. */
function offsetOf(document: Document, path: (string | number)[]): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof key === "number") {
      const item = node.items[key] as Node | undefined;
      if (!item) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

/** Gives every fault its line; each file that has one is parsed once more for it. */
export function placeFaults(files: ContentFile[], faults: UnplacedFault[]): ContentFault[] {
  const texts = new Map(files.map((file) => [file.name, file.text]));
  const parsed = new Map<string, Parsed>();
  return faults.map(({ origin: { file, path }, problem, mend }) => {
    const text = texts.get(file);
    if (text === undefined || path.length === 0) return { file, problem, mend };
    if (!parsed.has(file)) parsed.set(file, parseWithLines(text));
    const { document, lines } = parsed.get(file)!;
    const offset = offsetOf(document, path);
    return { file, line: offset === undefined ? undefined : lines.linePos(offset).line, problem, mend };
  });
}
