import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";

const eslint = new ESLint({ cwd: process.cwd() });

async function rulesBrokenBy(filePath: string, source: string): Promise<string[]> {
  const [result] = await eslint.lintText(source, { filePath });
  return [...new Set(result!.messages.map((message) => message.ruleId ?? `parse error: ${message.message}`))];
}

const serverOnly = 'import "server-only";\n';

describe("the linter refuses", { timeout: 60_000 }, () => {
  test.each([
    ["a pure folder that imports one to its right", "lib/facts/probe.ts", 'export type { Item } from "@/lib/questions/item";', "import/no-restricted-paths"],
    ["the same by a relative path", "lib/facts/probe.ts", 'export type { Item } from "../questions/item";', "import/no-restricted-paths"],
    ["a pure folder that imports the server", "lib/questions/probe.ts", 'import { getEnv } from "@/lib/env";\nexport const a = getEnv;', "import/no-restricted-paths"],
    ["the linter of items that asks their generator", "lib/questions/lint/probe.ts", 'export type { Form } from "../form";', "import/no-restricted-paths"],
    ["the linter of items that takes over a proof", "lib/questions/lint/probe.ts", 'import { certify } from "@/lib/facts/certificates";\nexport const a = certify;', "import/no-restricted-paths"],
    ["a component that reads the data layer", "components/study/probe.tsx", 'import { openCards } from "@/lib/data/study";\nexport const a = openCards;', "import/no-restricted-paths"],
    ["a ui part that knows the domain", "components/ui/probe.tsx", 'export type { Item } from "@/lib/questions/item";', "import/no-restricted-paths"],
    ["a page that opens the database", "app/probe.tsx", 'import { getDatabase } from "@/lib/db/database";\nexport const a = getDatabase;', "import/no-restricted-paths"],
    ["a library that imports a page", "lib/data/probe.ts", `${serverOnly}import Page from "@/app/not-found";\nexport const a = Page;`, "import/no-restricted-paths"],
    ["react in a pure folder", "lib/facts/probe.ts", 'import { useState } from "react";\nexport const a = useState;', "no-restricted-imports"],
    ["a node module in a pure folder", "lib/grading/probe.ts", 'import { readFileSync } from "node:fs";\nexport const a = readFileSync;', "no-restricted-imports"],
    ["ts-fsrs outside lib/scheduling", "lib/questions/probe.ts", 'import { fsrs } from "ts-fsrs";\nexport const a = fsrs;', "no-restricted-imports"],
    ["next-auth outside lib/auth", "app/probe.tsx", 'import { getServerSession } from "next-auth";\nexport const a = getServerSession;', "no-restricted-imports"],
    ["the clock in a pure folder", "lib/scheduling/probe.ts", "export const a = new Date();", "no-restricted-syntax"],
    ["Date.now in a pure folder", "lib/scheduling/probe.ts", "export const a = Date.now();", "no-restricted-properties"],
    ["Math.random in a pure folder", "lib/questions/probe.ts", "export const a = Math.random();", "no-restricted-properties"],
    ["the environment outside lib/env.ts", "lib/data/probe.ts", `${serverOnly}export const a = process.env.HOME;`, "no-restricted-properties"],
    ["process in a pure folder", "lib/shared/probe.ts", "export const a = process.pid;", "no-restricted-globals"],
    ["a server file that the browser could load", "lib/data/probe.ts", "export const a = 1;", "no-restricted-syntax"],
    ["a barrel", "lib/facts/probe.ts", 'export * from "./model";', "no-restricted-syntax"],
    ["a default export outside app/", "lib/facts/probe.ts", "export default 1;", "import/no-default-export"],
    ["any", "lib/facts/probe.ts", "export const a = (b: any) => b;", "@typescript-eslint/no-explicit-any"],
    ["an import of a type that would stay at run time", "lib/facts/probe.ts", 'import { Fact } from "./model";\nexport type A = Fact;', "@typescript-eslint/consistent-type-imports"],
    ["a file that grew too long", "lib/facts/probe.ts", Array.from({ length: 301 }, (_, i) => `export const a${i} = ${i};`).join("\n"), "max-lines"],
  ])("%s", async (_what, filePath, source, rule) => {
    expect(await rulesBrokenBy(filePath, source)).toEqual([rule]);
  });
});

describe("the linter accepts", { timeout: 60_000 }, () => {
  test.each([
    ["a pure folder that imports one to its left", "lib/questions/probe.ts", 'export type { Fact } from "@/lib/facts/model";'],
    ["the linter of items that reads facts and items", "lib/questions/lint/probe.ts", 'export type { Item } from "../item";\nexport type { FactBase } from "@/lib/facts/fact-base";'],
    ["ts-fsrs in lib/scheduling", "lib/scheduling/probe.ts", 'import { fsrs } from "ts-fsrs";\nexport const a = fsrs;'],
    ["a component that draws a card", "components/study/probe.tsx", 'export type { StudyCard } from "@/lib/questions/study-card";'],
    ["a page with a default export", "app/probe.tsx", "export default function Probe() {\n  return null;\n}"],
    ["the clock at the server's edge", "lib/data/probe.ts", `${serverOnly}export const a = new Date();`],
  ])("%s", async (_what, filePath, source) => {
    expect(await rulesBrokenBy(filePath, source)).toEqual([]);
  });
});
