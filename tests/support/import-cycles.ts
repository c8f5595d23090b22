import { join } from "node:path";
import ts from "typescript";

/** What each file imports when it runs, dynamically too: what is imported as a type is gone by then. */
function specifiersOf(path: string, source: string): string[] {
  const found: string[] = [];
  const isDeep = source.includes("import(");
  const add = (node: ts.Node | undefined) => node && ts.isStringLiteral(node) && found.push(node.text);
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) add(node.moduleSpecifier);
    if (ts.isExportDeclaration(node) && !node.isTypeOnly) add(node.moduleSpecifier);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    if (isDeep) ts.forEachChild(node, visit);
  };
  ts.createSourceFile(path, source, ts.ScriptTarget.Latest).statements.forEach(visit);
  return found;
}

/** The files among `sources` (text by path from the project's folder) that one of them imports. */
function importsOf(path: string, sources: ReadonlyMap<string, string>): string[] {
  return specifiersOf(path, sources.get(path)!).flatMap((specifier) => {
    const target = specifier.startsWith("@/") ? specifier.slice(2) : specifier.startsWith(".") ? join(path, "..", specifier) : null;
    return target === null ? [] : ["", ".ts", ".tsx", ".mjs"].map((ending) => target + ending).filter((each) => sources.has(each));
  });
}

/** Ways by which files import themselves, each as the files along it; at least one for every knot of files, and none where there is none. */
export function importCycles(sources: ReadonlyMap<string, string>): string[][] {
  const cycles: string[][] = [];
  const [done, way]: [Set<string>, string[]] = [new Set(), []];
  const follow = (path: string): void => {
    if (way.includes(path)) return void cycles.push(way.slice(way.indexOf(path)));
    if (done.has(path)) return;
    way.push(path);
    for (const next of importsOf(path, sources)) follow(next);
    way.pop();
    done.add(path);
  };
  for (const path of sources.keys()) follow(path);
  return cycles;
}
