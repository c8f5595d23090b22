import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import ts from "typescript";

type Imported = { from: string; name: string };
type Parts = { declared: Map<string, ts.Node>; imported: Map<string, Imported>; statements: ts.Statement[] };

function partsOf(path: string): Parts {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const parts: Parts = { declared: new Map(), imported: new Map(), statements: [] };
  for (const node of source.statements) {
    if (!ts.isImportDeclaration(node)) parts.statements.push(node);
    if (ts.isFunctionDeclaration(node) && node.name) parts.declared.set(node.name.text, node);
    if (ts.isVariableStatement(node)) for (const each of node.declarationList.declarations) parts.declared.set(each.name.getText(), each);
    const bindings = ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly ? node.importClause?.namedBindings : undefined;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    const from = ((node as ts.ImportDeclaration).moduleSpecifier as ts.StringLiteral).text;
    for (const { name, propertyName, isTypeOnly } of bindings.elements) if (!isTypeOnly) parts.imported.set(name.text, { from, name: (propertyName ?? name).text });
  }
  return parts;
}

/** What is imported of what some declarations of a file (all of it without names) use, through others of the same file too. */
function importedBy({ declared, imported, statements }: Parts, names: readonly string[] | null): Imported[] {
  const [seen, used] = [new Set<string>(names ?? []), new Map<string, Imported>()];
  const queue: ts.Node[] = names ? names.flatMap((name) => declared.get(name) ?? []) : [...statements];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const [here, there] = [declared.get(node.text), imported.get(node.text)];
      if (here && !seen.has(node.text)) queue.push(here);
      if (there) used.set(node.text, there);
      seen.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  for (let node = queue.shift(); node; node = queue.shift()) visit(node);
  return [...used.values()];
}

const fileOf = (path: string, from: string): string | undefined =>
  ["", ".ts", ".tsx"].map((ending) => (from.startsWith("@/") ? from.slice(2) : join(dirname(path), from)) + ending).find((each) => existsSync(each) && /\.tsx?$/.test(each));

/** The functions of lib/data, as `file#name`, that a file of app uses, itself or through others of app; its server actions are asked by the browser and not by it. Paths count from the project's folder. */
export function askedFunctions(path: string, names: readonly string[] | null = null): string[] {
  const asked = importedBy(partsOf(path), names).flatMap(({ from, name }): string[] => {
    if (from.startsWith("@/lib/data/")) return [`${basename(from)}#${name}`];
    const isFollowed = (from.startsWith(".") || from.startsWith("@/app/")) && !from.endsWith("/actions");
    const file = isFollowed ? fileOf(path, from) : undefined;
    return file ? askedFunctions(file, [name]) : [];
  });
  return [...new Set(asked)];
}
