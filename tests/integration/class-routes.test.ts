import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { askedFunctions } from "@/tests/support/asked-functions";
import { classMatrix } from "@/tests/support/class-matrix";
import { askedBeside, classRoutes, classServerActions } from "@/tests/support/class-routes";

const roots = ["app/classes", "app/join", "app/api/classes", "app/api/quiz/assignments"];
const files = roots.flatMap((root) => readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => join(root, path))).filter((path) => /\.tsx?$/.test(path)).sort();
const guarded = new Set(classMatrix.map(({ of }) => of.split(" ")[0]!));

/** Schemas say what an input looks like. */
const deciding = (asked: string[]) => asked.filter((name) => !(name in askedBeside) && !name.endsWith("Schema")).sort();

/** Each exported action with what it comes to. */
function actionsOf(path: string): Record<string, string[]> {
  const names = [...readFileSync(path, "utf8").matchAll(/^export (?:async function|const) (\w+)/gm)].map(([, name]) => name!);
  return Object.fromEntries(names.map((name) => [name, deciding(askedFunctions(path, [name]))]));
}

describe("the pages, routes and actions of classes", () => {
  it("are all in the table", () => {
    expect(files.filter((path) => /\/(page|layout|template|default|route)\.tsx?$/.test(path))).toEqual(Object.keys(classRoutes).sort());
    const serverActions = files.filter((path) => /^\s*["']use server["']/m.test(readFileSync(path, "utf8")));
    expect(serverActions).toEqual(Object.keys(classServerActions).sort());
  });

  it.each(Object.entries(classRoutes))("%s asks only what decides who may see it, and what is no class's", (path, { asks }) => {
    expect(deciding(askedFunctions(path))).toEqual([...asks].sort());
    expect(asks.filter((name) => !guarded.has(name))).toEqual([]);
  });

  it.each(Object.entries(classServerActions))("each action of %s comes to one function that decides who may do it", (path, expected) => {
    expect(actionsOf(path)).toEqual(Object.fromEntries(Object.entries(expected).map(([name, asked]) => [name, [asked]])));
    expect(Object.values(expected).filter((name) => !guarded.has(name))).toEqual([]);
  });
});
