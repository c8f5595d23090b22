import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it, test } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import { AppError } from "@/lib/shared/app-error";
import { classSnapshot, makeGround, outcomeOf, roleNames, roles, type Ground, type Outcome, type Role } from "@/tests/support/class-ground";
import { classMatrix, innerFunctions, type MatrixRow } from "@/tests/support/class-matrix";
import { describeEachDatabase } from "@/tests/support/database";

type Table = Record<string, Partial<Record<Role, string>>>;

const isPupil = (role: Role) => roles[role].standing === "pupil";

function expectedOf({ by, isDraft, but }: MatrixRow, role: Role, isArchived: boolean): Outcome {
  if (typeof by === "function") return by(role, isArchived);
  if (isDraft && isPupil(role)) return "NOT_FOUND";
  return but?.gets(role, isArchived) ?? outcomeOf(role, by, isArchived);
}

/** What somebody gets; of what is no class's alone, whether this class is in it. */
async function tryOut({ by, act }: MatrixRow, role: Role, ground: Ground): Promise<string> {
  try {
    const told = await act({ userId: ground.people[role].id }, ground);
    return typeof by !== "function" || JSON.stringify(told ?? null).includes(ground.room.row.id) ? "yes" : "nothing";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

const isRefusal = (outcome: Outcome) => outcome !== "yes" && outcome !== "nothing";

const tableOf = (isArchived: boolean, isShown: (row: MatrixRow, outcome: Outcome) => boolean): Table =>
  Object.fromEntries(classMatrix.map((row) => [row.of, Object.fromEntries(roleNames.map((role) => [role, expectedOf(row, role, isArchived)] as const).filter(([, outcome]) => isShown(row, outcome)))]));

const states: [string, boolean][] = [["a class", false], ["an archived class", true]];

describeEachDatabase("who may do what in a class", (db: () => PrismaClient) => {
  async function tryAll(expected: Table, groundFor: () => Promise<Ground> | Ground): Promise<Table> {
    const got: Table = {};
    for (const row of classMatrix) {
      got[row.of] = {};
      for (const role of Object.keys(expected[row.of]!) as Role[]) got[row.of]![role] = await tryOut(row, role, await groundFor());
    }
    return got;
  }

  it.each(states)("in %s all that is refused is refused in the way that tells least, and changes nothing", async (_, isArchived) => {
    const ground = await makeGround(db(), isArchived);
    const expected = tableOf(isArchived, (_row, outcome) => isRefusal(outcome));
    const before = await classSnapshot(db());
    expect(await tryAll(expected, () => ground)).toEqual(expected);
    expect(await classSnapshot(db())).toBe(before);
  });

  it.each(states)("in %s whoever may look is shown it", async (_, isArchived) => {
    const ground = await makeGround(db(), isArchived);
    const expected = tableOf(isArchived, ({ isRead }, outcome) => isRead === true && !isRefusal(outcome));
    expect(await tryAll(expected, () => ground)).toEqual(expected);
  });

  it.each(states)("in %s whoever may change something can, each in a class of their own", async (_, isArchived) => {
    const expected = tableOf(isArchived, ({ isRead }, outcome) => isRead !== true && !isRefusal(outcome));
    expect(await tryAll(expected, () => makeGround(db(), isArchived))).toEqual(expected);
  });
});

const folder = join(import.meta.dirname, "..", "..", "lib", "data");
const isAboutClasses = /^(class-|assignment-|gradebook|item-analysis|pupil-)/;

/** The functions of a file that may be called from elsewhere and are told who asks. */
function askedBy(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const isExported = (node: ts.Statement) => ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  const takesViewer = (node: ts.SignatureDeclaration) => node.parameters.some(({ type }) => /\b(Viewer|CurrentUser)\b/.test(type?.getText() ?? ""));
  return source.statements.filter(isExported).flatMap((node) => {
    if (ts.isFunctionDeclaration(node)) return takesViewer(node) ? [node.name!.text] : [];
    if (!ts.isVariableStatement(node)) return [];
    return node.declarationList.declarations.flatMap(({ name: declared, initializer }) => (initializer && ts.isArrowFunction(initializer) && takesViewer(initializer) ? [declared.getText()] : []));
  });
}

test("every data function about classes that is told who asks is in the table", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const texts = files.map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
  const about = texts.filter(({ file, text }) => isAboutClasses.test(file) || text.includes('"./class-access"'));
  const found = about.flatMap(({ file, text }) => askedBy(file, text).map((name) => `${file.slice(0, -3)}#${name}`));
  const listed = new Set([...classMatrix.map(({ of }) => of.split(" ")[0]!), ...Object.keys(innerFunctions)]);
  expect(found.length).toBeGreaterThan(50);
  expect([...listed].sort()).toEqual(found.sort());
});
