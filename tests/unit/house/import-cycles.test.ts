import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importCycles } from "@/tests/support/import-cycles";

const cyclesOf = (sources: Record<string, string>) => importCycles(new Map(Object.entries(sources)));

// A rule of the linter follows the imports of each file anew, which took four fifths of its time.
describe("a cycle of imports is found", () => {
  test.each([
    ["between two files", { "lib/a.ts": 'import { b } from "./b";', "lib/b.ts": 'import { a } from "./a";' }, [["lib/a.ts", "lib/b.ts"]]],
    ["of a file with itself", { "lib/a.ts": 'import { a } from "@/lib/a";' }, [["lib/a.ts"]]],
    ["over three files and several folders", { "lib/a.ts": 'import { b } from "@/app/b";', "app/b.tsx": 'export { c } from "../lib/c/c";', "lib/c/c.ts": 'import "../a";' }, [["lib/a.ts", "app/b.tsx", "lib/c/c.ts"]]],
    ["behind a file that is no part of it", { "a.ts": 'import "./b";', "b.ts": 'import "./c.mjs";', "c.mjs": 'import "./b.ts";' }, [["b.ts", "c.mjs"]]],
    ["by an import that waits", { "a.ts": 'export const b = () => import("./b");', "b.ts": 'import { a } from "./a";' }, [["a.ts", "b.ts"]]],
  ])("%s", (_, sources, cycles) => {
    expect(cyclesOf(sources as Record<string, string>)).toEqual(cycles);
  });
});

test("what is imported twice, or as a type, is no cycle", () => {
  expect(cyclesOf({ "a.ts": 'import "./b";\nimport "./c";', "b.ts": 'import "./c";', "c.ts": 'import type { A } from "./a";\nexport type { B } from "./b";' })).toEqual([]);
});

test("no file of the project imports itself by way of others", () => {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" }).split("\n");
  const paths = listed.filter((path) => /\.(ts|tsx|mts|mjs)$/.test(path) && existsSync(path));
  expect(paths.length).toBeGreaterThan(300);
  expect(importCycles(new Map(paths.map((path) => [path, readFileSync(path, "utf8")])))).toEqual([]);
});
