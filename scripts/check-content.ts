import { join } from "node:path";
import { formatFault } from "@/lib/content/content-fault";
import { loadContent } from "@/lib/content/load-content";

const startedMs = performance.now();
const loaded = loadContent(process.argv[2] ?? join(process.cwd(), "content"));
const elapsedMs = Math.round(performance.now() - startedMs);

if (loaded.ok) {
  const { content, version } = loaded.value;
  const { entities, facts, predicates, sources, types, units, qualifiers } = content;
  const counts = { entities, facts, predicates, sources, types, units, qualifiers };
  const text = Object.entries(counts).map(([name, list]) => `${list.length} ${name}`).join(", ");
  console.log(`${text}; version ${version}; read and checked in ${elapsedMs} ms.`);
} else {
  console.error(loaded.error.map(formatFault).join("\n"));
  console.error(`${loaded.error.length} faults; looked at in ${elapsedMs} ms.`);
  process.exitCode = 1;
}
