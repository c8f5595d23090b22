import "server-only";
import { checkContent } from "@/lib/facts/check";
import { createFactBase, type FactBase } from "@/lib/facts/fact-base";
import type { Fault } from "@/lib/facts/fault";
import type { Content } from "@/lib/facts/model";
import { err, ok, type Result } from "@/lib/shared/result";
import { assemble } from "./assemble";
import type { ContentFault, UnplacedFault } from "./content-fault";
import { readContentFiles, type ContentFile } from "./content-files";
import { contentVersion } from "./content-version";
import { placeFaults } from "./locate";
import { parseFile, type ParsedFile } from "./parse-file";

/** Enough to see what is wrong; more would bury it. */
export const maxFaults = 50;

const byPlace = (a: ContentFault, b: ContentFault) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1);

function report(files: ContentFile[], placed: ContentFault[], unplaced: UnplacedFault[]): ContentFault[] {
  const faults = [...placed, ...placeFaults(files, unplaced)].sort(byPlace);
  if (faults.length <= maxFaults) return faults;
  const rest = faults.length - maxFaults;
  return [...faults.slice(0, maxFaults), { file: "content", problem: `There are ${rest} more faults.`, mend: "Mend these first." }];
}

/** A check beyond those that every start makes. */
export type FurtherCheck = (content: Content) => Fault[];

/** Reads and checks everything under `directory`: the facts ready to use, or all that is wrong with them. */
export function loadContent(directory: string, furtherChecks: readonly FurtherCheck[] = []): Result<FactBase, ContentFault[]> {
  const { files, faults: unread } = readContentFiles(directory);
  const parsed: ParsedFile[] = [];
  const placed: ContentFault[] = [];
  const unplaced = [...unread];
  for (const file of files) {
    const result = parseFile(file);
    if (result.ok) parsed.push(result.value);
    else {
      placed.push(...result.error.placed);
      unplaced.push(...result.error.unplaced);
    }
  }
  // A file that could not be read would make everything that refers to it look wrong.
  if (placed.length + unplaced.length > 0) return err(report(files, placed, unplaced));
  const { content, origins, faults } = assemble(parsed);
  const found = [...checkContent(content), ...furtherChecks.flatMap((check) => check(content))];
  const wrong = [...faults, ...found.map((fault) => origins.locate(fault))];
  return wrong.length > 0 ? err(report(files, [], wrong)) : ok(createFactBase(content, contentVersion(content)));
}
