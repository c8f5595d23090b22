import "server-only";
import { load, YAMLException } from "js-yaml";
import type { z } from "zod";
import { nearestId } from "@/lib/facts/fault";
import { err, ok, type Result } from "@/lib/shared/result";
import type { ContentFault, UnplacedFault } from "./content-fault";
import type { ContentFile } from "./content-files";
import {
  claimSchema,
  entitySchema,
  factSchema,
  fileSchemas,
  predicateSchema,
  qualifierSchema,
  readingSchema,
  sourceSchema,
  typeSchema,
  unitSchema,
  type FileData,
} from "./file-schemas";
import { syntaxFaults } from "./locate";

export type ParsedFile = { [Kind in keyof FileData]: { kind: Kind; name: string; topic: string; data: FileData[Kind] } }[keyof FileData];

const entrySchemas = {
  types: typeSchema,
  units: unitSchema,
  qualifiers: qualifierSchema,
  sources: sourceSchema,
  claims: claimSchema,
  readings: readingSchema,
  predicates: predicateSchema,
  entities: entitySchema,
};

/** The keys that may stand where an unknown one was found. */
function knownKeys(file: ContentFile, path: (string | number)[]): string[] {
  if (file.kind === "ambiguous-aliases") return [];
  if (file.kind === "entities" && path[1] === "facts") return Object.keys(path.length === 5 ? { latitude: 0, longitude: 0 } : factSchema.shape);
  return path.length === 1 ? Object.keys(entrySchemas[file.kind].shape) : ["en", "zh"];
}

function describeIssue(file: ContentFile, issue: z.core.$ZodIssue): UnplacedFault[] {
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const known = knownKeys(file, path);
      const near = nearestId(key, known);
      const mend = near ? `Did you mean "${near}"?` : `What may stand here: ${known.join(", ")}.`;
      return { origin: { file: file.name, path: [...path, key] }, problem: `There is no key "${key}" here.`, mend };
    });
  }
  const key = path.length > 0 ? `"${path.at(-1)}": ` : "";
  const isMissing = issue.code === "invalid_type" && issue.input === undefined;
  if (isMissing) {
    return [{ origin: { file: file.name, path: path.slice(0, -1) }, problem: `The key "${path.at(-1)}" is missing.`, mend: "content/README.md shows what belongs here." }];
  }
  return [{ origin: { file: file.name, path }, problem: `${key}${issue.message.replace(/\.?$/, ".")}`, mend: "content/README.md shows how it is written." }];
}

function loadYaml(file: ContentFile): Result<unknown, ContentFault[]> {
  try {
    return ok(load(file.text) ?? {});
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark ? error.mark.line + 1 : undefined;
    return err(syntaxFaults(file, { file: file.name, line, problem: `This is not YAML: ${error.reason}.`, mend: "Mend the indentation, the quotes or the brackets around here." }));
  }
}

/** Reads a file against the schema of its kind; a syntax fault has its line already, the others are placed later. */
export function parseFile(file: ContentFile): Result<ParsedFile, { placed: ContentFault[]; unplaced: UnplacedFault[] }> {
  const loaded = loadYaml(file);
  if (!loaded.ok) return err({ placed: loaded.error, unplaced: [] });
  const parsed = fileSchemas[file.kind].safeParse(loaded.value, { reportInput: true });
  if (!parsed.success) return err({ placed: [], unplaced: parsed.error.issues.flatMap((issue) => describeIssue(file, issue)) });
  return ok({ kind: file.kind, name: file.name, topic: file.topic, data: parsed.data } as ParsedFile);
}
