import { join } from "node:path";
import { checkChineseNames } from "@/lib/content/check-chinese-names";
import { formatFault } from "@/lib/content/content-fault";
import { loadContent } from "@/lib/content/load-content";

const startedMs = performance.now();
const loaded = loadContent(process.argv[2] ?? join(process.cwd(), "content"), [checkChineseNames]);
const elapsedMs = Math.round(performance.now() - startedMs);

if (loaded.ok) {
  const { content, version } = loaded.value;
  const { entities, facts, predicates, sources, types, units, qualifiers, claims = [] } = content;
  const counts = { entities, facts, predicates, sources, types, units, qualifiers, claims };
  const text = Object.entries(counts).map(([name, list]) => `${list.length} ${name}`).join(", ");
  console.log(`${text}; version ${version}; read and checked in ${elapsedMs} ms.`);
} else {
  console.error(loaded.error.map(formatFault).join("\n"));
  console.error(`${loaded.error.length} ${loaded.error.length === 1 ? "fault" : "faults"}; looked at in ${elapsedMs} ms.`);
  process.exitCode = 1;
}
