import "server-only";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { UnplacedFault } from "./content-fault";

export type ContentFileKind = "types" | "units" | "qualifiers" | "sources" | "ambiguous-aliases" | "claims" | "readings" | "predicates" | "entities";

/** `name` is how messages call it (`content/entities/places.yaml`), `topic` its bare name (`places`). */
export type ContentFile = { kind: ContentFileKind; name: string; topic: string; text: string };

/** A file of facts grows to some 70 kB; far more than that is a mistake, and slow to find a fault in. */
export const maxFileBytes = 1_000_000;
const maxFiles = 500;

const singleFiles = ["types", "units", "qualifiers", "sources", "ambiguous-aliases"] as const;
/** Files that a content folder may do without. */
const optionalFiles = ["claims", "readings"] as const;
const folders = ["predicates", "entities"] as const;

type Listed = { kind: ContentFileKind; path: string; name: string };

function listFiles(directory: string): Listed[] {
  const given = optionalFiles.filter((kind) => existsSync(join(directory, `${kind}.yaml`)));
  const singles = [...singleFiles, ...given].map((kind) => ({ kind, path: join(directory, `${kind}.yaml`), name: `content/${kind}.yaml` }));
  const grouped = folders.flatMap((kind) =>
    listFolder(join(directory, kind)).map((file) => ({ kind, path: join(directory, kind, file), name: `content/${kind}/${file}` })),
  );
  return [...singles, ...grouped];
}

function listFolder(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder).filter((file) => !file.startsWith(".") && file !== "README.md").sort();
}

/** What is wrong with the file before it is even read, if anything. */
function refuse({ path, name }: Listed): UnplacedFault | undefined {
  const origin = { file: name, path: [] };
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return { origin, problem: "The file is missing.", mend: "content/README.md says what belongs into it." };
  if (!stats.isFile() || !/^[a-z0-9-]+\.yaml$/.test(basename(path))) {
    return { origin, problem: "This is not a topic file.", mend: "Call it <topic>.yaml, in lower case with hyphens, or move it out of content/." };
  }
  if (stats.size > maxFileBytes) {
    return { origin, problem: `The file has ${stats.size} bytes, and the limit is ${maxFileBytes}.`, mend: "Split it by topic into smaller files." };
  }
  return undefined;
}

/** All files under the content directory, with what keeps some of them from being read. */
export function readContentFiles(directory: string): { files: ContentFile[]; faults: UnplacedFault[] } {
  const listed = listFiles(directory);
  if (listed.length > maxFiles) {
    const problem = `There are ${listed.length} files, and the limit is ${maxFiles}.`;
    return { files: [], faults: [{ origin: { file: "content", path: [] }, problem, mend: "Put several topics into one file." }] };
  }
  const faults: UnplacedFault[] = [];
  const files: ContentFile[] = [];
  for (const entry of listed) {
    const refused = refuse(entry);
    if (refused) faults.push(refused);
    else files.push({ kind: entry.kind, name: entry.name, topic: basename(entry.path, ".yaml"), text: readFileSync(entry.path, "utf8") });
  }
  return { files, faults };
}
