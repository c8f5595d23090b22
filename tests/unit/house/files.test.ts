import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pureFolders, serverFiles, serverFolders } from "@/eslint-folders.mjs";

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" }).split("\n").filter(Boolean);
const source = tracked.filter((path) => /^(app|components|lib|scripts|prisma)\/.*\.(ts|tsx|mjs)$/.test(path));

describe("every part of lib/ has a declared place", () => {
  const declared = new Set([...Object.keys(pureFolders), ...Object.keys(serverFolders), ...Object.keys(serverFiles)]);

  test.each(readdirSync("lib"))("lib/%s is declared pure or server", (name) => {
    expect(declared.has(name)).toBe(true);
  });

  test("a folder to the right never serves one to its left", () => {
    for (const [folder, allowed] of Object.entries<string[]>(pureFolders)) {
      for (const other of allowed) expect(pureFolders[other as keyof typeof pureFolders], `${folder} ↔ ${other}`).not.toContain(folder);
    }
  });
});

describe("the tree keeps its house rules", () => {
  test("no file carries a name that says nothing", () => {
    expect(source.filter((path) => /(^|\/)(utils?|helpers?|misc|common|index)(\.|\/)|-old\.|[-.]v2\./.test(path))).toEqual([]);
  });

  test("files are named in kebab-case", () => {
    const isKebab = (path: string) => path.split("/").every((part) => /^[a-z0-9_[\].()-]+$/.test(part) || part === "[...nextauth]" || /^\[[a-z]+Id\]$/.test(part));
    expect(source.filter((path) => !isKebab(path))).toEqual([]);
  });

  test("the lock file names no registry", () => {
    expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved"/);
  });

  test("no tracked text carries a path of somebody's machine", () => {
    const isText = (path: string) => !/\.(png|ico|woff2|wasm)$/.test(path) && path !== "tests/unit/house/files.test.ts" && path !== "content/sources.yaml";
    const machinePath = /\/(home|Users|root)\/[a-z]|\/work\/|[A-Z]:\\Users/;
    expect(tracked.filter((path) => isText(path) && statSync(path).isFile() && machinePath.test(readFileSync(path, "utf8")))).toEqual([]);
  });
});
